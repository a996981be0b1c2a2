import { afterEach, expect, test } from "vitest";
import { type SmppPlay, startSmpp, textMessage } from "../../testing/start-smpp";
import { refOfResponse } from "./_message-id";
import { settings } from "./_settings";

let play: SmppPlay | undefined;

afterEach(async () => {
  await play?.stop();
  play = undefined;
});

async function start(...given: Parameters<typeof startSmpp>): Promise<SmppPlay> {
  play = await startSmpp(...given);
  return play;
}

const long = `${"a".repeat(152)}€${"a".repeat(152)}`;

test("binds with its credentials, and unbinds when it stops", async () => {
  const { smsc, submit, session } = await start({}, { system_type: "VMA" });
  expect(await submit(textMessage("Hello"))).toMatchObject([{ kind: "accepted" }]);
  expect(smsc.lines).toContain("bound transceiver esme secret VMA 0");
  await session.stop();
  await expect.poll(() => smsc.lines).toContain("unbound");
});

test("says where a message comes from, where it goes, and for how long it counts", async () => {
  const { smsc, submit } = await start();
  const validUntil = new Date(Date.now() + 90_000);
  await submit(
    textMessage("Hello", { validUntil }),
    textMessage("Hello", { from: "+48732129000", to: "48500100200" }),
    textMessage("Hello", { from: "7055" }),
  );
  const [name, number, code] = smsc.taken();
  expect(name).toMatchObject({ from: "Depesza", to: "48732129000", dataCoding: 0, esmClass: 0 });
  expect(name?.further.get("ton")).toBe("5,0,1,1");
  expect(name?.further.get("validity")).toMatch(/^0000000001(29|30)000R$/);
  expect(name?.further.get("receipt")).toBe("1");
  expect(number).toMatchObject({ from: "48732129000", to: "48500100200" });
  expect(number?.further.get("ton")).toBe("1,1,1,1");
  expect(code?.further.get("ton")).toBe("3,0,1,1");
  const references = new Set(smsc.taken().map(({ further }) => further.get("reference")));
  expect(references.size).toBe(3);
});

test("hands over a long text in the parts it is charged, and names the ID of each", async () => {
  const { smsc, submit } = await start();
  const [outcome] = await submit(textMessage(long, { segments: 3 }));
  const parts = smsc.taken();
  expect(parts.map(({ octets }) => octets.subarray(0, 3).toString("hex"))).toEqual(
    Array(3).fill("050003"),
  );
  const refs = parts.map(({ id }) => refOfResponse(id, "auto"));
  expect(outcome).toEqual({ kind: "accepted", ref: refs[0], parts: expect.arrayContaining(refs) });
});

test.each([
  ["payload", 1, { payload: "1", sar: "" }],
  ["sar", 3, { payload: "0" }],
])("hands over a long text by %s", async (long_text, count, further) => {
  const { smsc, submit } = await start({}, { long_text });
  expect(await submit(textMessage(long, { segments: 3 }))).toMatchObject([{ kind: "accepted" }]);
  expect(smsc.taken()).toHaveLength(count);
  for (const part of smsc.taken()) {
    expect(Object.fromEntries(part.further)).toMatchObject(further);
  }
});

test.each([
  [11, { kind: "refused", status: "bounced", carrierCode: "0x0B" }],
  [10, { kind: "refused", carrierCode: "0x0A", reason: "The carrier rejects the sender." }],
  [69, { kind: "refused", carrierCode: "0x45" }],
  [0x411, { kind: "refused", carrierCode: "0x411" }],
  [8, { kind: "requeue", reason: "carrier_error", scope: "attempt", mayBeAccepted: false }],
  [100, { kind: "requeue", reason: "carrier_error", scope: "attempt", mayBeAccepted: false }],
  [14, { kind: "requeue", reason: "carrier_unauthorized", scope: "carrier" }],
])("understands the status %i of a response", async (status, outcome) => {
  const { submit, attempts } = await start();
  expect(await submit(textMessage(`!status ${status}`))).toMatchObject([outcome]);
  expect(attempts).toMatchObject([outcome]);
});

test("a message whose first part is refused leaves no fragment at the carrier", async () => {
  const { smsc, submit } = await start();
  const text = `!part 1 69 ${"a".repeat(200)}`;
  expect(await submit(textMessage(text, { segments: 2 }))).toMatchObject([{ kind: "refused" }]);
  expect(smsc.taken()).toEqual([]);
});

test("a message of which a later part is refused is refused, and says so", async () => {
  const { submit } = await start();
  const text = `!part 2 69 ${"a".repeat(200)}`;
  const [outcome] = await submit(textMessage(text, { segments: 2 }));
  expect(outcome).toMatchObject({
    kind: "refused",
    reason: expect.stringContaining("This was part 2 of 2, and 1 were accepted before it."),
  });
});

test("only the message without a response is ambiguous, and the others go on", async () => {
  const { submit } = await start({}, { response_timeout_s: 1 });
  const outcomes = await submit(textMessage("!silent"), textMessage("a"), textMessage("b"));
  expect(outcomes.map(({ kind }) => kind)).toEqual(["ambiguous", "accepted", "accepted"]);
});

test("a part without a response makes its whole message ambiguous", async () => {
  const { submit } = await start({ cut: 2 });
  const [outcome] = await submit(textMessage("a".repeat(200), { segments: 2 }));
  expect(outcome).toMatchObject({ kind: "ambiguous", detail: expect.stringContaining("1 of 2") });
});

test("nobody waits for the slowest response", async () => {
  const { carrier, submit } = await start();
  await submit(textMessage("a"));
  const circuit = { trouble: undefined, record: () => undefined };
  const submitted = await carrier.submit([textMessage("!late 700"), textMessage("b")], circuit);
  expect(submitted.map(({ kind }) => kind)).toEqual(["pending", "accepted"]);
  const [late] = submitted;
  expect(late?.kind === "pending" && (await late.outcome)).toMatchObject({ kind: "accepted" });
});

test("more messages than a window has places keep theirs until there is one", async () => {
  const { smsc, submit } = await start({ late_ms: 20 }, { window: 2 });
  const batch = Array.from({ length: 10 }, (_, place) => textMessage(`m ${place}`));
  const outcomes = await submit(...batch);
  expect(outcomes.every(({ kind }) => kind === "accepted")).toBe(true);
  expect(smsc.taken()).toHaveLength(10);
});

test("without a link, every message waits and the circuit breaker hears of it", async () => {
  const { smsc, submit, attempts } = await start();
  await submit(textMessage("a"));
  await smsc.stop();
  const down = { kind: "requeue", reason: "carrier_down", scope: "carrier", mayBeAccepted: false };
  await expect.poll(() => submit(textMessage("b"), textMessage("c"))).toMatchObject([down, down]);
  expect(attempts.slice(-2)).toMatchObject([down, down]);
});

test("credentials that are refused are not tried again at once", async () => {
  const plays = await Promise.all([13, 14, 15].map((bind) => startSmpp({ bind })));
  for (const { submit } of plays) {
    expect(await submit(textMessage("a"))).toMatchObject([
      { kind: "requeue", reason: "carrier_unauthorized", scope: "carrier", mayBeAccepted: false },
    ]);
  }
  // The first two retries after any other trouble come within three seconds.
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  for (const { smsc, stop } of plays) {
    expect(smsc.lines.filter((line) => line.startsWith("bound"))).toHaveLength(1);
    await stop();
  }
});

test("binds again when the carrier takes the link for one that is not bound", async () => {
  const { smsc, submit } = await start();
  expect(await submit(textMessage("!status 4"))).toMatchObject([
    { kind: "requeue", reason: "carrier_error", mayBeAccepted: false },
  ]);
  const binds = () => smsc.lines.filter((line) => line.startsWith("bound")).length;
  await expect.poll(binds).toBe(2);
});

test("asks whether the carrier is there, answers the same question, and cuts a link that is mute", async () => {
  const { smsc } = await start({ ask: 1, mute: 1 }, { enquire_link_s: 1, response_timeout_s: 1 });
  await expect.poll(() => smsc.lines).toEqual(expect.arrayContaining(["alive", "enquired"]));
  const binds = () => smsc.lines.filter((line) => line.startsWith("bound")).length;
  await expect.poll(binds).toBeGreaterThan(1);
});

test("sends over a transmitter and hears over a receiver, where they are separate", async () => {
  const { smsc, submit, receipts } = await start({ receipts: 1 }, { bind: "separate" });
  await expect
    .poll(() => smsc.lines.map((line) => line.split(" ")[1]).sort())
    .toEqual(["receiver", "transmitter"]);
  await submit(textMessage("a"));
  await expect.poll(() => receipts).toMatchObject([{ status: "delivered" }]);
});

test.each([
  [1, {}],
  [2, {}],
  [1, { hex: 1, first_id: 0x6aad4f }],
])("a receipt has the ref of its message (receipts=%i, %j)", async (receipts, parameters) => {
  const playing = await start({ receipts, first_id: 0xa00000, ...parameters });
  const [outcome] = await playing.submit(textMessage("a"));
  await expect.poll(() => playing.receipts).toHaveLength(1);
  expect(playing.receipts[0]?.ref).toBe(outcome?.kind === "accepted" && outcome.ref);
  await expect.poll(() => playing.smsc.lines).toContain("stored 0");
});

test("each part of a long message has a receipt of its own", async () => {
  const { submit, receipts } = await start({ receipts: 1 });
  const [outcome] = await submit(textMessage(long, { segments: 3 }));
  await expect.poll(() => receipts).toHaveLength(3);
  const parts = outcome?.kind === "accepted" ? outcome.parts : [];
  expect(receipts.map(({ ref }) => ref).sort()).toEqual(parts?.toSorted());
});

test("reads a receipt's TLVs, and one that is not marked", async () => {
  const { submit, receipts } = await start();
  const [tlv] = await submit(textMessage("!tlv 5"));
  await submit(textMessage("!receipt 0 id:ID sub:001 dlvrd:001 stat:EXPIRED err:004"));
  await expect.poll(() => receipts).toHaveLength(2);
  const ref = tlv?.kind === "accepted" && tlv.ref;
  expect(receipts[0]).toMatchObject({ ref, status: "failed", carrierCode: "5" });
  expect(receipts[1]).toMatchObject({ status: "expired", carrierCode: "004" });
});

test("a report that is not stored is asked for again, and one beside it is not", async () => {
  const playing = await start();
  const store = playing.onReports;
  playing.onReports = async (reports) => {
    if (reports.receipts.some(({ status }) => status === "expired")) throw new Error("no database");
    await store(reports);
  };
  await playing.submit(
    textMessage("!receipt 4 id:ID stat:EXPIRED"),
    textMessage("!receipt 4 id:ID stat:DELIVRD"),
  );
  await expect
    .poll(() => playing.smsc.lines.filter((line) => line.startsWith("stored")).sort())
    .toEqual(["stored 0", "stored 100"]);
  expect(playing.receipts).toMatchObject([{ status: "delivered" }]);
});

test("what cannot be read is kept and not asked for again", async () => {
  const { smsc, submit, unreadable, receipts } = await start();
  const hex = (text: string) => Buffer.from(text).toString("hex");
  // A deliver_sm that ends in the middle of an address.
  const cut = `${"00000014000000050000000000000009"}${hex("\0\x01\x01x")}`;
  await submit(textMessage("!receipt 4 no receipt at all"), textMessage(`!raw ${cut}`));
  await expect.poll(() => unreadable).toHaveLength(2);
  expect(unreadable.map(({ raw }) => raw)).toContain(hex("no receipt at all"));
  expect(receipts).toEqual([]);
  await expect.poll(() => smsc.lines.filter((line) => line === "stored 0")).toHaveLength(2);
});

test("an unknown command is refused, and the link stays", async () => {
  const { smsc, submit } = await start();
  await submit(textMessage("!raw 00000010000001020000000000000001"));
  await expect.poll(() => smsc.lines).toContain("nack 3");
  expect(await submit(textMessage("a"))).toMatchObject([{ kind: "accepted" }]);
});

test.each([
  ["GSM-7", "0 0 004165201b65", "@Ae €"],
  ["Latin-1", "3 0 e761", "ça"],
  ["UCS-2", "8 0 0142d83dde00", "ł😀"],
  ["UCS-2 behind a header of ports", "8 64 0605041f4000000142", "ł"],
])("reads a message from a phone in %s", async (_name, delivery, body) => {
  const { submit, inbound } = await start();
  await submit(textMessage(`!deliver ${delivery}`, { from: "48500100200" }));
  await expect.poll(() => inbound).toHaveLength(1);
  expect(inbound[0]).toMatchObject({ from: "48732129000", to: "48500100200", body });
});

test("a part of a long message from a phone says which", async () => {
  const { submit, inbound } = await start();
  await submit(
    textMessage("!deliver 0 64 050003cd020161"),
    textMessage("!deliver 0 64 060804abcd020262"),
  );
  await expect.poll(() => inbound).toHaveLength(2);
  expect(inbound.map(({ body, part }) => ({ body, ...part }))).toEqual([
    { body: "a", group: "48732129000:Depesza:205", number: 1, total: 2 },
    { body: "b", group: "48732129000:Depesza:43981", number: 2, total: 2 },
  ]);
});

test("the same delivery has the same ref, and another one another", async () => {
  const { submit, inbound } = await start();
  await submit(textMessage("!deliver 0 0 61"), textMessage("!deliver 0 0 61"));
  await expect.poll(() => inbound).toHaveLength(2);
  expect(inbound[0]?.ref).not.toBe(inbound[1]?.ref);
});

test("refuses settings that the carrier could not have", () => {
  const least = { host: "smsc.example.net", system_id: "acme", password: "x" };
  expect(settings.parse(least)).toMatchObject({
    port: 2775,
    window: 10,
    binds: 1,
    receipt_id: "auto",
  });
  for (const wrong of [{ window: 0 }, { binds: 21 }, { query_after_s: 5 }, { windw: 5 }]) {
    expect(settings.safeParse({ ...least, ...wrong }).success).toBe(false);
  }
});
