import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../core/ids";
import { CallbackReceiver } from "../../testing/callback-receiver";
import { testCarrierPromises } from "../../testing/carrier-promises";
import { post, SmsApi } from "../../testing/sms-api";
import { callbackUrl } from "../callback-url";
import type { Carrier, Submission, SubmitOutcome } from "../carrier";
import { smsapiKind } from "./smsapi";

const service = new SmsApi();
const receiver = new CallbackReceiver();

beforeAll(async () => {
  await Promise.all([service.listen(), receiver.listen()]);
  process.env["APP_URL"] = receiver.origin;
  receiver.carrier = made();
});
afterEach(() => {
  service.behave = () => undefined;
  for (const list of [receiver.receipts, receiver.inbound, receiver.refusals]) list.splice(0);
});
afterAll(async () => {
  await Promise.all([service.close(), receiver.close()]);
});

function made(change: Record<string, unknown> = {}): Carrier {
  const settings = { url: service.origin, token: service.token, ...change };
  return smsapiKind.create(smsapiKind.settings.parse(settings) as never, { name: "smsapi" });
}

function submission(change: Partial<Submission> = {}): Submission {
  return {
    messageId: newId(),
    from: "Depesza",
    to: "48732129000",
    body: "Zażółć & gęślą = jaźń",
    segments: 1,
    validUntil: new Date(Date.now() + 2 * 3_600_000),
    offeredAt: new Date(),
    ...change,
  };
}

async function submit(message: Submission, carrier = made()): Promise<SubmitOutcome> {
  const [submitted] = await carrier.submit([message], { trouble: undefined, record: () => {} });
  if (!submitted) throw new Error("no outcome");
  return submitted.kind === "pending" ? submitted.outcome : submitted;
}

/** A message that SMSAPI has, by its `idx`. */
async function sent(): Promise<string> {
  const outcome = await submit(submission());
  return outcome.kind === "accepted" ? outcome.ref : "";
}

describe("SMSAPI", () => testCarrierPromises(made));

describe("a message", () => {
  test("is asked for with our ID as its idx, in UTF-8, and with an address of its own", async () => {
    const message = submission();
    const ref = message.messageId.replaceAll("-", "");
    const raw = { id: expect.any(String), points: 0.16, parts: 1, status: "QUEUE" };
    expect(await submit(message)).toEqual({ kind: "accepted", ref, raw });
    const { expiration_date: expiry, ...fields } = Object.fromEntries(
      service.messages.get(ref) ?? [],
    );
    expect(fields).toEqual({
      ...{ format: "json", encoding: "utf-8", details: "1" },
      ...{ from: "Depesza", to: "48732129000", message: "Zażółć & gęślą = jaźń" },
      ...{ idx: ref, check_idx: "1", notify_url: callbackUrl("smsapi", ref) },
    });
    const untilExpiry = Number(expiry) - message.validUntil.getTime() / 1000;
    expect(Math.abs(untilExpiry)).toBeLessThanOrEqual(2);
  });

  test.each([
    ["of a minute", 60_000, 3660],
    ["of two days", 172_800_000, 172_800],
    ["of five days", 432_000_000, 71 * 3600],
  ])("with a validity %s gets the nearest that SMSAPI takes", async (_what, ms, seconds) => {
    const message = submission({ validUntil: new Date(Date.now() + ms) });
    expect(await submit(message)).toMatchObject({ kind: "accepted" });
    const fields = service.messages.get(message.messageId.replaceAll("-", ""));
    const expiry = Number(fields?.get("expiration_date")) - Date.now() / 1000;
    expect(Math.abs(expiry - seconds)).toBeLessThanOrEqual(2);
  });

  test.each(["cut", "silence"] as const)(
    "whose response is lost (%s) may be there, and is sent once when it is repeated",
    async (reply) => {
      const message = submission();
      const before = service.messages.size;
      service.behave = () => reply;
      expect(await submit(message)).toMatchObject({ kind: "requeue", mayBeAccepted: true });
      service.behave = () => undefined;
      const ref = message.messageId.replaceAll("-", "");
      expect(await submit(message)).toEqual({ kind: "accepted", ref });
      expect(service.messages.size).toBe(before + 1);
      expect(await service.report([{ idx: ref, status: 404 }])).toBe("200 OK");
      expect(receiver.receipts).toMatchObject([{ ref, status: "delivered" }]);
    },
  );

  test("that SMSAPI may have for as long as it tells copies apart is not submitted again", async () => {
    const asked = service.asked.length;
    const day = 24 * 3_600_000;
    const old = submission({ offeredAt: new Date(Date.now() - day) });
    expect(await submit(old)).toMatchObject({ kind: "ambiguous" });
    expect(service.asked).toHaveLength(asked);
    const young = submission({ offeredAt: new Date(Date.now() - day + 2 * 3_600_000) });
    expect(await submit(young)).toMatchObject({ kind: "accepted" });
  });
});

describe("an error with HTTP 200", () => {
  const refused = { kind: "refused", reason: expect.stringMatching(/^[A-Z].+\.$/) };
  const ofCarrier = { kind: "requeue", scope: "carrier", mayBeAccepted: false };

  test.each<[number, object]>([
    [11, { ...refused, carrierCode: "11" }],
    [12, refused],
    [13, { ...refused, status: "bounced" }],
    [14, { ...refused, carrierCode: "14" }],
    [57, { ...refused, status: "bounced" }],
    [59, { ...refused, status: "bounced" }],
    [94, refused],
    [112, refused],
    [52, { reason: "carrier_throttled", scope: "message", retryAfterMs: 60_000 }],
    [53, { kind: "accepted" }],
    [101, { ...ofCarrier, reason: "carrier_unauthorized", detail: "101: said" }],
    [105, { ...ofCarrier, reason: "carrier_unauthorized" }],
    [103, { ...ofCarrier, reason: "carrier_out_of_credits" }],
    [8, { reason: "carrier_error", scope: "attempt", mayBeAccepted: true }],
    [201, { reason: "carrier_error", mayBeAccepted: true }],
    [202, { reason: "carrier_throttled", scope: "attempt", mayBeAccepted: false }],
    [999, { reason: "carrier_error", mayBeAccepted: true }],
    [998, { reason: "carrier_error", mayBeAccepted: true }],
    [77, { kind: "refused", carrierCode: "77" }],
  ])("%i of the request, or of its recipient, is an outcome", async (error, outcome) => {
    service.behave = () => ({ status: 200, body: { error, message: "said" } });
    expect(await submit(submission())).toMatchObject(outcome);
    service.behave = () => ({ status: 200, body: { count: 1, list: [{ id: "1", error }] } });
    const { detail: _, ...same } = outcome as { detail?: string };
    expect(await submit(submission())).toMatchObject(same);
  });

  test("that is text is read, too", async () => {
    service.behave = () => ({ status: 200, body: "ERROR:103" });
    expect(await submit(submission())).toMatchObject({ reason: "carrier_out_of_credits" });
  });
});

test.each([
  ["", 200],
  ["<p>Welcome</p>", 200],
  [{ count: 0, list: [] }, 200],
  ["<h1>Bad gateway</h1>", 502],
])("a response that says nothing of the message (%j, %i) leaves it open", async (body, status) => {
  service.behave = () => ({ status, body });
  expect(await submit(submission())).toMatchObject({
    ...{ kind: "requeue", reason: "carrier_error", scope: "attempt", mayBeAccepted: true },
  });
});

test.each([
  [401, { error: "unauthorized" }, "carrier_unauthorized"],
  [429, "", "carrier_throttled"],
  [404, "", "carrier_down"],
])("HTTP %i counts where the body says no code", async (status, body, reason) => {
  service.behave = () => ({ status, body });
  expect(await submit(submission())).toMatchObject({ kind: "requeue", reason });
});

describe("reports", () => {
  test.each(["GET", "POST"] as const)("come by %s, doubled, and get exactly OK", async (method) => {
    const ref = await sent();
    for (let time = 0; time < 2; time += 1) {
      expect(await service.report([{ idx: ref, status: 404 }], method)).toBe("200 OK");
    }
    const at = new Date(1_778_854_628_000);
    const receipt = { ref, status: "delivered", carrierCode: "404", at };
    expect(receiver.receipts).toMatchObject([receipt, receipt]);
  });

  test("of several messages come packed, each with its own", async () => {
    const [one, other] = [await sent(), await sent()];
    await service.report([
      { idx: one, status: 403 },
      { idx: other, status: 402, at: 1_778_854_700 },
      { idx: one, status: 409 },
      { idx: one, status: 405 },
    ]);
    expect(receiver.receipts).toMatchObject([
      { ref: one, status: "sent" },
      { ref: other, status: "expired", at: new Date(1_778_854_700_000) },
      { ref: one, status: "failed" },
    ]);
  });

  test("with a list that is shorter mean its first for all", async () => {
    const fields = new URLSearchParams({ MsgId: "A,B", status: "403,404", idx: "m1" });
    expect(await post(callbackUrl("smsapi", "m1"), fields)).toBe("200 OK");
    expect(receiver.receipts).toMatchObject([
      { ref: "m1", status: "sent" },
      { ref: "m1", status: "delivered" },
    ]);
  });

  test("without an idx are about the message of the address, and else about their own ID", async () => {
    const fields = new URLSearchParams({ MsgId: "A", status: "404" });
    await post(callbackUrl("smsapi", "m2"), fields);
    await post(callbackUrl("smsapi"), fields);
    expect(receiver.receipts.map(({ ref }) => ref)).toEqual(["m2", "A"]);
  });

  test("with a status of later years are history, and with none at all are refused whole", async () => {
    const url = callbackUrl("smsapi", "m1");
    await post(url, new URLSearchParams({ MsgId: "A", status: "413" }));
    expect(receiver.receipts).toMatchObject([{ status: "sent", carrierCode: "413" }]);
    await post(url, new URLSearchParams({ MsgId: "A,B", status: "404,gone" }));
    expect(receiver.receipts).toHaveLength(1);
    expect(receiver.refusals).toEqual(["unknown_shape"]);
  });

  test("are taken from listed addresses alone, when there is a list", async () => {
    const ref = await sent();
    receiver.carrier = made({ addresses: ["89.174.81.98"] });
    await service.report([{ idx: ref, status: 404 }]);
    expect(receiver.refusals).toEqual(["wrong_address"]);
    receiver.carrier = made({ addresses: ["127.0.0.0/8"] });
    expect(await service.report([{ idx: ref, status: 404 }])).toBe("200 OK");
    receiver.carrier = made();
  });
});

test("a reply has its numbers, and a name that another reply to the same message has not", async () => {
  const reply = { MsgId: "A", sms_from: "48732129001", sms_text: "Tak, proszę" };
  const url = callbackUrl("smsapi");
  const dated = { ...reply, sms_to: "48732129000", sms_date: "1778854628" };
  for (const fields of [dated, dated, { ...reply, sms_text: "Nie" }]) {
    expect(await post(url, new URLSearchParams(fields))).toBe("200 OK");
  }
  const [first, again, other] = receiver.inbound;
  expect(first).toMatchObject({
    ...{ from: "48732129001", to: "48732129000", body: "Tak, proszę" },
    at: new Date(1_778_854_628_000),
  });
  expect(again?.ref).toBe(first?.ref);
  expect(other).toMatchObject({ to: null, at: null, body: "Nie" });
  expect(other?.ref).not.toBe(first?.ref);
});

describe("the balance", () => {
  test("is in points, and an account that pays afterwards has none", async () => {
    expect(await made().health?.()).toEqual({ balance: { amount: "12.5", unit: "points" } });
    service.points = undefined;
    expect(await made().health?.()).toEqual({ balance: null });
  });

  test("is not known with a wrong token", async () => {
    service.behave = () => ({ status: 401, body: { error: "unauthorized" } });
    await expect(made().health?.()).rejects.toThrow("HTTP 401");
  });
});
