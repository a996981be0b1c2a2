import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../core/ids";
import { CallbackReceiver } from "../../testing/callback-receiver";
import { testCarrierPromises } from "../../testing/carrier-promises";
import { Phone } from "../../testing/phone";
import { prismStartMs, startPrism } from "../../testing/start-prism";
import type { Carrier, Submission, SubmitOutcome } from "../carrier";
import { registerWebhooks } from "./register-webhooks";
import { smsGateKind } from "./sms-gate";

const phone = new Phone();
const privateServer = new Phone("/api/3rdparty/v1");
const receiver = new CallbackReceiver();

beforeAll(async () => {
  await Promise.all([phone.listen(), privateServer.listen(), receiver.listen()]);
  process.env["APP_URL"] = receiver.origin;
  receiver.carrier = made();
});
afterEach(() => {
  phone.behave = () => undefined;
});
afterAll(async () => {
  await Promise.all([phone.close(), privateServer.close(), receiver.close()]);
});

function made(change: Record<string, unknown> = {}): Carrier {
  const { url, username, password, signingKey: signing_key } = phone;
  const settings = { url, username, password, signing_key, ...change };
  return smsGateKind.create(smsGateKind.settings.parse(settings) as never, { name: "phone" });
}

function submission(change: Partial<Submission> = {}): Submission {
  return {
    messageId: newId(),
    from: "Depesza",
    to: "48732129000",
    body: "Zażółć",
    segments: 1,
    validUntil: new Date(Date.now() + 3_600_000),
    offeredAt: new Date(),
    ...change,
  };
}

async function submit(message: Submission, carrier = made()): Promise<SubmitOutcome> {
  const [submitted] = await carrier.submit([message], { trouble: undefined, record: () => {} });
  if (!submitted) throw new Error("no outcome");
  return submitted.kind === "pending" ? submitted.outcome : submitted;
}

describe("a phone", () => testCarrierPromises(made));

describe("a message", () => {
  test("is handed over under our own ID, with its validity and the SIM that was chosen", async () => {
    const message = submission();
    expect(await submit(message, made({ sim: 2 }))).toEqual({
      kind: "accepted",
      ref: message.messageId,
    });
    const { ttl, ...wire } = phone.messages.get(message.messageId) ?? {};
    expect(wire).toEqual({
      id: message.messageId,
      textMessage: { text: "Zażółć" },
      phoneNumbers: ["+48732129000"],
      withDeliveryReport: true,
      simNumber: 2,
    });
    expect(ttl).toBeGreaterThan(3590);
    expect(ttl).toBeLessThanOrEqual(3600);
    expect(phone.asked.at(-1)?.query.get("skipPhoneValidation")).toBe("true");
  });

  test("goes to a server of the app under its path", async () => {
    const message = submission();
    await submit(message, made({ url: `${privateServer.url}/` }));
    expect([...privateServer.messages.keys()]).toEqual([message.messageId]);
  });

  test.each(["cut", "silence"] as const)(
    "whose response is lost (%s) may be there, and is sent once when it is repeated",
    async (reply) => {
      const message = submission();
      const before = phone.messages.size;
      phone.behave = () => reply;
      expect(await submit(message)).toMatchObject({ kind: "requeue", mayBeAccepted: true });
      phone.behave = () => undefined;
      expect(await submit(message)).toEqual({ kind: "accepted", ref: message.messageId });
      expect(phone.messages.size).toBe(before + 1);
    },
  );

  test("that the phone may have had for a day is not handed over again", async () => {
    const asked = phone.asked.length;
    const old = submission({ offeredAt: new Date(Date.now() - 24 * 3_600_000) });
    expect(await submit(old)).toMatchObject({ kind: "ambiguous" });
    expect(phone.asked).toHaveLength(asked);
  });

  test("to a phone that is off was not sent", async () => {
    const away = new Phone();
    await away.listen();
    const carrier = made({ url: away.url });
    await away.close();
    expect(await submit(submission(), carrier)).toMatchObject({
      ...{ kind: "requeue", reason: "carrier_down", scope: "carrier", mayBeAccepted: false },
    });
  });

  const queueFull = { error: "QueueLimitExceeded", message: "queue limits exceeded: 50 pending" };
  test.each<[number, unknown, object]>([
    [
      400,
      { message: "simNumber must be >= 1" },
      {
        kind: "refused",
        reason: "The phone rejected the message: simNumber must be >= 1",
        carrierCode: "400",
      },
    ],
    [401, {}, { reason: "carrier_unauthorized", scope: "carrier", mayBeAccepted: false }],
    [403, { message: "Forbidden" }, { reason: "carrier_unauthorized", scope: "carrier" }],
    [404, "<h1>no</h1>", { reason: "carrier_down", scope: "carrier", mayBeAccepted: false }],
    [
      500,
      { message: "SQLite" },
      { reason: "carrier_error", scope: "attempt", mayBeAccepted: true },
    ],
    [503, queueFull, { reason: "carrier_throttled", scope: "attempt", mayBeAccepted: false }],
    [503, "<h1>nginx</h1>", { reason: "carrier_error", mayBeAccepted: true }],
  ])("that is answered with %i %j", async (status, body, outcome) => {
    phone.behave = () => ({ status, body });
    expect(await submit(submission())).toMatchObject(outcome);
  });
});

describe("what the phone reports", () => {
  const at = "2026-05-15T16:23:48.000+02:00";
  const later = new Date("2026-05-15T14:23:48Z");
  const delivered = { event: "sms:delivered", payload: { messageId: "m1", deliveredAt: at } };

  beforeAll(async () => {
    await registerWebhooks({ carrier: "phone", phone });
  });
  afterEach(() => {
    for (const list of [receiver.receipts, receiver.inbound, receiver.refusals]) list.splice(0);
  });

  test("is registered once, however often that is asked for, and follows a new address", async () => {
    const before = phone.webhooks;
    expect(before.map(({ event }) => event)).toEqual([
      ...["sms:sent", "sms:delivered", "sms:failed", "sms:cancelled", "sms:received"],
    ]);
    expect(await registerWebhooks({ carrier: "phone", phone })).toEqual([]);
    expect(phone.webhooks).toEqual(before);
    phone.webhooks = before.map((each) => ({ ...each, url: "https://old.example.com/hook" }));
    expect(await registerWebhooks({ carrier: "phone", phone })).toHaveLength(5);
    expect(phone.webhooks.map(({ url }) => url)).toEqual(before.map(({ url }) => url));
  });

  test("of a message in parts says how many there are, and tells them apart", async () => {
    const sent = { messageId: "m1", partsCount: 2, sentAt: at };
    await phone.report({ event: "sms:sent", payload: sent });
    for (const id of ["e1", "e2", "e2"]) await phone.report({ ...delivered, id });
    expect(receiver.receipts).toMatchObject([
      { ref: "m1", status: "sent", parts: 2, at: later },
      { ref: "m1", status: "delivered", part: "e1", at: later },
      { ref: "m1", status: "delivered", part: "e2" },
      { ref: "m1", status: "delivered", part: "e2" },
    ]);
  });

  test("of a message before its response came is known by the same name", async () => {
    const message = submission();
    phone.behave = () => "silence";
    const submitted = submit(message);
    await expect.poll(() => phone.messages.has(message.messageId)).toBe(true);
    phone.behave = () => undefined;
    const payload = { messageId: message.messageId, deliveredAt: at };
    expect(await phone.report({ event: "sms:delivered", payload })).toEqual([200]);
    expect(receiver.receipts).toMatchObject([{ ref: message.messageId, status: "delivered" }]);
    expect(await submitted).toMatchObject({ kind: "requeue", mayBeAccepted: true });
  });

  test.each([
    ["TTL expired", "expired", null],
    ["Sending error: RESULT_ERROR_GENERIC_FAILURE", "failed", "RESULT_ERROR_GENERIC_FAILURE"],
    ["RESULT_ERROR_NO_SERVICE", "failed", "RESULT_ERROR_NO_SERVICE"],
    ["No SIMs found", "failed", null],
    ["Invalid phone number", "bounced", null],
    ["Delivery result from SC +48501000000: 70", "expired", "TP-ST 70"],
    ["Delivery result from SC +48501000000: 67", "failed", "TP-ST 67"],
    ["something new", "failed", null],
  ])("of a failure: %s", async (reason, status, carrierCode) => {
    await phone.report({ event: "sms:failed", payload: { messageId: "m1", failedAt: at, reason } });
    expect(receiver.receipts).toMatchObject([{ ref: "m1", status, carrierCode, at: later }]);
    const words =
      reason === "something new" ? /^something new$/ : /^([A-Z].+\.|not_delivered_in_time)$/;
    expect(receiver.receipts[0]?.reason).toMatch(words);
  });

  test("of a message that somebody cancelled on the phone ends it", async () => {
    await phone.report({ event: "sms:cancelled", payload: { messageId: "m1", cancelledAt: at } });
    expect(receiver.receipts).toMatchObject([{ ref: "m1", status: "failed" }]);
  });

  test("is a reply with its numbers, under a name that no other has", async () => {
    const reply = {
      ...{ messageId: "ab12", message: "Tak 🎉", sender: "+48 732 129 001" },
      ...{ recipient: "+48732129000", simNumber: 1, receivedAt: at },
    };
    const report = (payload: object) =>
      phone.report({ event: "sms:received", payload: { ...payload } });
    await report(reply);
    await report(reply);
    await report({ ...reply, receivedAt: "2026-05-15T16:23:49.000+02:00" });
    await report({ messageId: "ab13", message: "Kod", phoneNumber: "InPost", recipient: null });
    const [first, again, other, named] = receiver.inbound;
    expect(first).toMatchObject({
      ...{ from: "48732129001", to: "48732129000", body: "Tak 🎉", at: later },
    });
    expect(again?.ref).toBe(first?.ref);
    expect(other?.ref).not.toBe(first?.ref);
    expect(named).toMatchObject({ from: "InPost", to: null, at: null, body: "Kod" });
  });

  test("of another SIM than the carrier's is left to the carrier of that one", async () => {
    receiver.carrier = made({ sim: 2 });
    const reply = { messageId: "ab14", message: "Tak", sender: "+48732129001", receivedAt: at };
    for (const simNumber of [1, 2, null]) {
      expect(
        await phone.report({ event: "sms:received", payload: { ...reply, simNumber } }),
      ).toEqual([200]);
    }
    expect(receiver.inbound).toHaveLength(2);
    receiver.carrier = made();
  });

  test("of anything that nobody asked for is taken and says nothing", async () => {
    phone.webhooks = [
      ...phone.webhooks,
      { ...phone.webhooks[0], id: "x", event: "system:ping" },
    ] as never;
    expect(await phone.report({ event: "system:ping", payload: { health: {} } })).toEqual([200]);
    expect([...receiver.receipts, ...receiver.inbound]).toEqual([]);
  });

  test("counts only if it is signed with the key, when there is one", async () => {
    receiver.carrier = made({ signing_key: "another-key" });
    expect(await phone.report(delivered)).toEqual([422]);
    expect(receiver.refusals).toEqual(["wrong_signature"]);
    receiver.carrier = made({ signing_key: undefined });
    expect(await phone.report(delivered)).toEqual([200]);
    receiver.carrier = made();
  });
});

describe("the phone's health", () => {
  test("is known without any balance", async () => {
    expect(await made().health?.()).toEqual({ balance: null });
  });

  test("is bad if the phone says so, or somebody else answers", async () => {
    phone.isWell = false;
    await expect(made().health?.()).rejects.toThrow("HTTP 200 fail");
    phone.isWell = true;
    await expect(made({ password: "wrong" }).health?.()).rejects.toThrow("HTTP 401");
  });
});

describe.each([
  // The specification of the phone does not know sms:cancelled, as older phones do not.
  { what: "the phone", file: "local", prefix: "", events: 4 },
  { what: "the servers", file: "server", prefix: "/3rdparty/v1", events: 5 },
])("by the specification of $what", ({ file, prefix, events }) => {
  let prism: Awaited<ReturnType<typeof startPrism>>;
  beforeAll(async () => {
    prism = await startPrism(`lib/carriers/sms-gate/specification/${file}.json`);
  }, prismStartMs);
  afterAll(() => prism.stop());

  test("every request is valid", async () => {
    const url = `${prism.url}${prefix}`;
    const message = submission();
    const accepted = { kind: "accepted", ref: message.messageId };
    expect(await submit(message, made({ url, sim: 3 }))).toEqual(accepted);
    const expired = submission({ validUntil: new Date(Date.now() - 60_000) });
    expect(await submit(expired, made({ url }))).toMatchObject({ kind: "accepted" });
    expect(await registerWebhooks({ carrier: "phone", phone: { ...phone, url } })).toHaveLength(
      events,
    );
    expect(await made({ url }).health?.()).toEqual({ balance: null });
  });
});
