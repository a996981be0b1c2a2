import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { runAudit } from "../../audit/run-audit";
import { operatorOf } from "../../core/actor";
import { db } from "../../core/db";
import { getBalance } from "../../credits/get-balance";
import { addNumber } from "../../inbound/add-number";
import type { BatchAnswer } from "../../sending/batch-contract";
import { callerOf } from "../../testing/call-api";
import { eventually } from "../../testing/eventually";
import { type MintedAccount, mintAccount } from "../../testing/mint-account";
import { type Smsc, startSmsc } from "../../testing/start-smsc";
import { startWithCarriers } from "../../testing/start-with-carriers";
import { encodePdu } from "./_pdu";

// Thousands of messages, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const window = 50;
const cutEvery = 900;
const count = 5_000;
/** Every so many messages, one has three parts. */
const longEvery = 20;
/** IDs with a letter, so that they can only be hexadecimal. */
const first_id = 0xa0_00_00_00;
const brand = "48500600700";

let cutting: Smsc;
let calm: Smsc;
let server: Awaited<ReturnType<typeof startWithCarriers>>;
const call = callerOf(() => server);

beforeAll(async () => {
  [cutting, calm] = await Promise.all([
    startSmsc({ first_id, receipts: 1, cut: cutEvery }),
    startSmsc({ first_id, receipts: 1 }),
  ]);
  const smpp = {
    kind: "smpp",
    host: "127.0.0.1",
    system_id: "esme",
    password: "env:SMSC_PASSWORD",
  };
  server = await startWithCarriers(
    {
      carriers: [
        { ...smpp, name: "cutting", port: cutting.port, window },
        { ...smpp, name: "calm", port: calm.port },
      ],
      routes: [
        { to: "48732", carrier: "cutting" },
        { to: "48601", carrier: "calm" },
      ],
    },
    { SMSC_PASSWORD: "secret", RATE_LIMIT_BURST: "0", RATE_LIMIT_SUSTAINED: "0" },
  );
});
afterAll(async () => {
  await server.stop();
  await Promise.all([cutting.stop(), calm.stop()]);
});

const rowsOf = ({ accountId }: MintedAccount) =>
  db().select().from(messages).where(eq(messages.accountId, accountId));

async function countByStatus(account: MintedAccount): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { status } of await rowsOf(account)) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

test("5,000 messages over links that are cut are each delivered or in doubt, none twice, and paid by the part", async () => {
  const credits = count * 2;
  const account = await mintAccount({ credits });
  const wires = Array.from({ length: count }, (_, place) => ({
    from: "Depesza",
    to: `48732${String(place).padStart(6, "0")}`,
    body: place % longEvery === 0 ? "x".repeat(400) : "Hello",
  }));
  for (let start = 0; start < count; start += 1000) {
    const batch = { messages: wires.slice(start, start + 1000) };
    const { body } = await call<BatchAnswer>(account, ["POST", "/api/sms/batch"], batch);
    expect(body).toMatchObject({ accepted: 1000, rejected: 0 });
  }
  const ended = async () => {
    const { delivered = 0, unknown = 0 } = await countByStatus(account);
    return delivered + unknown;
  };
  await expect.poll(ended, { timeout: 90_000, interval: 500 }).toBe(count);

  const taken = cutting.taken();
  const cuts = cutting.lines.filter((line) => line.startsWith("bound ")).length - 1;
  expect(cuts).toBeGreaterThanOrEqual(5);
  // A long one is in doubt, too, when the rest of it was not in flight yet.
  const unknown = (await rowsOf(account)).filter(
    ({ status, segments }) => status === "unknown" && segments === 1,
  );
  expect(unknown.length).toBeLessThanOrEqual(window * cuts);

  const partsTo = new Map<string, string[]>();
  for (const { to, esmClass, octets } of taken) {
    const number = esmClass & 0x40 ? octets.subarray(4, 6).toString("hex") : "whole";
    partsTo.set(to, [...(partsTo.get(to) ?? []), number]);
  }
  for (const { to, status, segments } of await rowsOf(account)) {
    const parts = partsTo.get(to) ?? [];
    expect(new Set(parts).size).toBe(parts.length);
    if (status === "delivered") expect(parts).toHaveLength(segments);
  }

  const rows = await rowsOf(account);
  const spent = credits - (await getBalance({ actor: operatorOf(account.accountId) }));
  expect(spent).toBe(rows.reduce((sum, { segments }) => sum + segments, 0));
  expect(spent).toBe(count + (count / longEvery) * 2);
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
});

test("a long message is delivered when the receipt of its last part is in, and not before", async () => {
  const account = await mintAccount({ credits: 10 });
  const send = (body: string) =>
    call<{ message_id: string; credits: number }>(account, ["POST", "/api/sms"], {
      ...{ from: "Depesza", to: "48601234567", body },
    });
  const { body: long } = await send(`!hold ${"x".repeat(400)}`);
  expect(long.credits).toBe(3);
  const message = { accountId: account.accountId, messageId: long.message_id };
  await eventually(message, { status: "sent" });
  const stored = () => calm.lines.filter((line) => line === "stored 0").length;
  await expect.poll(stored).toBe(2);
  await eventually(message, { status: "sent" });
  const { body: release } = await send("!release");
  await eventually({ ...message, messageId: release.message_id }, { status: "delivered" });
  await eventually(message, { status: "delivered" });
});

test("a phone that writes STOP gets nothing more of this sender until it writes START", async () => {
  const account = await mintAccount({ credits: 20 });
  const actor = operatorOf(account.accountId);
  await addNumber({ actor, input: { number: brand, carrier: "calm" } });
  const phone = "48601876543";
  const send = (body: string, to = phone) =>
    call<{ code?: string }>(account, ["POST", "/api/sms"], { from: brand, to, body });
  const inbound = async () => {
    const path = "/api/inbound";
    const { body } = await call<{ data: { body: string }[] }>(account, ["GET", path]);
    return body.data.map((each) => each.body);
  };

  expect((await send(`!deliver 0 0 ${Buffer.from("Stop!").toString("hex")}`)).status).toBe(200);
  await expect.poll(inbound).toEqual(["Stop!"]);
  expect(await send("Hello")).toMatchObject({ status: 422, body: { code: "opted_out" } });
  expect((await send("Hello", "48601111111")).status).toBe(200);

  const start = encodePdu("deliver_sm", 77, {
    ...{ source_addr_ton: 1, source_addr_npi: 1, source_addr: phone },
    ...{ dest_addr_ton: 1, dest_addr_npi: 1, destination_addr: brand },
    short_message: Buffer.from("START"),
  });
  expect((await send(`!raw ${start.toString("hex")}`, "48601111111")).status).toBe(200);
  await expect.poll(inbound).toEqual(["START", "Stop!"]);
  expect((await send("Hello")).status).toBe(200);
});
