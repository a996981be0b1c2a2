import { setTimeout as pause } from "node:timers/promises";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { runAudit } from "../../audit/run-audit";
import { db } from "../../core/db";
import type { BatchAnswer } from "../../sending/batch-contract";
import { callerOf } from "../../testing/call-api";
import { type MintedAccount, mintAccount } from "../../testing/mint-account";
import { soakOr } from "../../testing/soak-or";
import { type Smsc, startSmsc } from "../../testing/start-smsc";
import { startWithCarriers } from "../../testing/start-with-carriers";
import { Upstream } from "../../testing/upstream";
import { callbackUrl } from "../callback-url";

// Thousands of messages, on a machine that may be busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const rounds = soakOr(10, 3);
const perRound = 300;
const window = 10;
/** IDs with a letter, so that they can only be hexadecimal. */
const firstId = 0xa0_00_00_00;

const upstream = new Upstream();
let smsc: Smsc;
/** The recipients of whatever an SMSC has taken, those of the killed ones too. */
const takenBefore: string[] = [];
let account: MintedAccount;
let server: Awaited<ReturnType<typeof startWithCarriers>>;
const call = callerOf(() => server);

beforeAll(async () => {
  await upstream.listen();
  smsc = await startSmsc({ first_id: firstId });
  const login = { system_id: "esme", password: "env:SMSC_PASSWORD" };
  server = await startWithCarriers(
    {
      carriers: [
        { name: "first", kind: "smpp", host: "127.0.0.1", port: smsc.port, window, ...login },
        { name: "second", kind: "http", url: upstream.url, token: upstream.token },
      ],
      routes: [
        { to: "*", carrier: "first", priority: 1 },
        { to: "*", carrier: "second", priority: 2 },
      ],
    },
    { SMSC_PASSWORD: "secret", RATE_LIMIT_BURST: "0", RATE_LIMIT_SUSTAINED: "0" },
  );
  account = await mintAccount({ credits: (rounds + 1) * perRound });
});
afterAll(async () => {
  await server.stop();
  await Promise.all([smsc.stop(), upstream.close()]);
});

/** One batch, to numbers of its own. */
async function send(start: number, count: number): Promise<void> {
  const batch = Array.from({ length: count }, (_, place) => ({
    ...{ from: "Depesza", to: String(48_732_000_000 + start + place), body: "Hello" },
  }));
  const path = ["POST", "/api/sms/batch"] as [string, string];
  const { body } = await call<BatchAnswer>(account, path, { messages: batch });
  expect(body).toMatchObject({ accepted: count, rejected: 0 });
}

async function kill(): Promise<void> {
  await smsc.stop();
  takenBefore.push(...smsc.taken().map(({ to }) => to));
}

/** Starts it again; it reports on what it took before it was killed, from this ID on. */
async function revive(owedFrom: number): Promise<void> {
  const { port } = smsc;
  const first_id = firstId + takenBefore.length;
  smsc = await startSmsc({ port, first_id, owed_from: owedFrom, owed_to: first_id });
}

const rows = () =>
  db()
    .select({ to: messages.to, status: messages.status, carrier: messages.carrier })
    .from(messages)
    .where(eq(messages.accountId, account.accountId));

async function countBy(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { carrier, status } of await rows()) {
    const key = `${carrier} ${status}`;
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** The second carrier reports these as delivered, over a few connections. */
async function reportSecond(taken: { messageId: string }[]): Promise<void> {
  const { pathname } = new URL(callbackUrl("second"));
  const report = async () => {
    for (let next = taken.pop(); next; next = taken.pop()) {
      const { status } = await fetch(`${server.url}${pathname}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ event: "sms.delivered", message_id: next.messageId }),
      });
      expect(status).toBe(200);
    }
  };
  await Promise.all(Array.from({ length: 16 }, report));
}

test(`an SMSC that is killed ${rounds} times loses no message and doubles none, and its receipts find theirs`, async () => {
  for (let round = 0; round < rounds; round += 1) {
    await send(round * perRound, perRound);
    // In the middle of the batch, unless the other carrier has it.
    for (let look = 0; look < 40 && smsc.taken().length < perRound / 4; look += 1) await pause(25);
    const owedFrom = firstId + takenBefore.length + 1;
    await kill();
    await pause(200);
    await revive(owedFrom);
  }
  const open = async () =>
    Object.keys(await countBy()).filter((key) => /queued|sending|null/.test(key));
  await expect.poll(open, { timeout: 60_000, interval: 300 }).toEqual([]);

  // All receipts of the first again, since some were on the way when it was killed, and those of the second.
  await kill();
  await revive(firstId + 1);
  await reportSecond([...upstream.taken.values()]);
  const unreported = async () =>
    Object.keys(await countBy()).filter((key) => !/delivered$|^first unknown$/.test(key));
  await expect.poll(unreported, { timeout: 40_000, interval: 300 }).toEqual([]);

  const taken = [...takenBefore, ...[...upstream.taken.values()].map(({ wire }) => wire["to"])];
  expect(new Set(taken).size).toBe(taken.length);
  const counts = await countBy();
  expect(counts["first delivered"]).toBeGreaterThan(0);
  expect(counts["second delivered"]).toBe(upstream.taken.size);
  expect(counts["first unknown"] ?? 0).toBeLessThanOrEqual(window * (rounds + 1));
  const everywhere = new Set(taken);
  const lost = (await rows()).filter(
    ({ to, status }) => status === "delivered" && !everywhere.has(to),
  );
  expect(lost).toEqual([]);
  expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
});

test("while it is dead, the other carrier has a message within five seconds", async () => {
  await kill();
  const had = upstream.taken.size;
  const begun = Date.now();
  await send(rounds * perRound, 20);
  await expect.poll(() => upstream.taken.size, { timeout: 20_000 }).toBe(had + 20);
  expect(Date.now() - begun).toBeLessThan(5000);
});
