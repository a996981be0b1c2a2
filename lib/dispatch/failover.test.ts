import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { messages } from "@/drizzle/schema/messages";
import { installationId } from "../activity/who";
import { runAudit } from "../audit/run-audit";
import { callbackUrl } from "../carriers/callback-url";
import { drainCarrier } from "../carriers/drain-carrier";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { sendBatch } from "../sending/send-batch";
import { mintAccount } from "../testing/mint-account";
import { soakOr } from "../testing/soak-or";
import { startApi } from "../testing/start-api";
import { Upstream } from "../testing/upstream";
import { useOwnDatabase } from "../testing/use-own-database";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const first = new Upstream();
const second = new Upstream();
let folder: string;
let file: string;
let dropDatabase: () => Promise<void>;
let server: Awaited<ReturnType<typeof startApi>>;

const kills = soakOr(10, 3);
/** More than leave while it is killed. */
const many = soakOr(5000, 1500);

const both = [
  { to: "*", carrier: "first", priority: 1 },
  { to: "*", carrier: "second", priority: 2 },
];

function configure(
  routes: object[],
  change: { from?: string[]; replace_from?: string } = {},
): void {
  const http = (name: string, { url, token }: Upstream) => ({ name, kind: "http", url, token });
  const carriers = [{ ...http("first", first), ...change }, http("second", second)];
  writeFileSync(file, JSON.stringify({ carriers, routes }));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "carriers-"));
  file = join(folder, "carriers.json");
  await Promise.all([first.listen(), second.listen()]);
  configure(both);
  dropDatabase = await useOwnDatabase({ CARRIERS_FILE: file });
  server = await startApi();
});
afterEach(() => {
  first.behave = () => undefined;
});
afterAll(async () => {
  await server.stop();
  await Promise.all([first.close(), second.close()]);
  await dropDatabase();
  await rm(folder, { recursive: true });
});

async function send(count: number, from = "YourBrand"): Promise<string> {
  const { accountId } = await mintAccount({ credits: count });
  const actor = operatorOf(accountId, "live");
  const wires = Array.from({ length: count }, (_, place) => ({
    ...{ from, to: `48732${String(place).padStart(6, "0")}`, body: "Hello" },
  }));
  for (let start = 0; start < count; start += 500) {
    await sendBatch({ actor, input: { messages: wires.slice(start, start + 500) } });
  }
  return accountId;
}

async function countBy(accountId: string) {
  const rows = await db()
    .select({
      carrier: messages.carrier,
      status: messages.status,
      count: sql<number>`count(*)::int`,
    })
    .from(messages)
    .where(eq(messages.accountId, accountId))
    .groupBy(messages.carrier, messages.status);
  return Object.fromEntries(
    rows.map(({ carrier, status, count }) => [`${carrier} ${status}`, count]),
  );
}

/** Sends until the file in force does this to a message. */
async function untilEnds(expected: object): Promise<void> {
  const outcome = async () => {
    const accountId = await send(1);
    await expect.poll(() => countBy(accountId)).not.toHaveProperty("first queued");
    return countBy(accountId);
  };
  await expect.poll(outcome, { interval: 300 }).toEqual(expected);
}

const copiesOf = ({ taken }: Upstream) =>
  [...taken.values()].map(({ wire }) => String(wire["client_ref"]));

describe("of two carriers", () => {
  test("the second gets what the first never had, within five seconds of its death", async () => {
    await first.close();
    const begun = Date.now();
    const accountId = await send(20);
    await expect.poll(() => countBy(accountId), { timeout: 10_000 }).toEqual({ "second sent": 20 });
    expect(Date.now() - begun).toBeLessThan(5000);
    await first.listen();
  });

  test(`one that is killed and revived ${kills} times costs no message and doubles none`, async () => {
    const before = copiesOf(first).length + copiesOf(second).length;
    const killing = (async () => {
      for (let round = 0; round < kills; round += 1) {
        await first.close();
        await new Promise((resolve) => setTimeout(resolve, 300));
        await first.listen();
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    })();
    const accountId = await send(many);
    await killing;
    const sent = async () => {
      const counts = Object.entries(await countBy(accountId));
      return counts.filter(([key]) => !key.endsWith(" sent")).length === 0;
    };
    await expect.poll(sent, { timeout: 60_000 }).toBe(true);
    const copies = [...copiesOf(first), ...copiesOf(second)];
    expect(new Set(copies).size).toBe(copies.length);
    expect(copies.length - before).toBe(many);
    expect((await runAudit()).filter(({ breaches }) => breaches > 0)).toEqual([]);
  });

  test("the first is never left by a message that it may have, and its receipt counts when it is back", async () => {
    first.behave = () => "cut";
    const accountId = await send(3);
    const offered = () =>
      db()
        .select({ id: messages.id })
        .from(messages)
        .where(
          sql`account_id = ${accountId} and offered_at is not null and wait_reason is not null`,
        );
    await expect.poll(async () => (await offered()).length, { timeout: 20_000 }).toBe(3);
    const ids = await offered();
    const elsewhere = copiesOf(second).filter((ref) => ids.some(({ id }) => ref.includes(id)));
    expect(elsewhere).toEqual([]);
    first.behave = () => undefined;
    await expect.poll(() => countBy(accountId), { timeout: 30_000 }).toEqual({ "first sent": 3 });
    const [{ ref } = { ref: "" }] = await db()
      .select({ ref: messages.carrierRef })
      .from(messages)
      .where(eq(messages.accountId, accountId));
    const response = await fetch(`${server.url}${new URL(callbackUrl("first")).pathname}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ event: "sms.delivered", message_id: ref }),
    });
    expect(response.status).toBe(200);
    expect(await countBy(accountId)).toEqual({ "first sent": 2, "first delivered": 1 });
  });

  test("one that is drained gets no new message, and what has nowhere else to go says why it waits", async () => {
    await drainCarrier({
      actor: operatorOf(installationId),
      input: { carrier: "first", draining: true },
    });
    const accountId = await send(5);
    await expect.poll(() => countBy(accountId)).toEqual({ "second sent": 5 });
    await drainCarrier({
      actor: operatorOf(installationId),
      input: { carrier: "second", draining: true },
    });
    const waiting = await send(2);
    const reasons = () =>
      db()
        .select({ reason: messages.waitReason })
        .from(messages)
        .where(eq(messages.accountId, waiting));
    await expect
      .poll(reasons)
      .toEqual([{ reason: "carrier_draining" }, { reason: "carrier_draining" }]);
    await drainCarrier({
      actor: operatorOf(installationId),
      input: { carrier: "first", draining: false },
    });
    await drainCarrier({
      actor: operatorOf(installationId),
      input: { carrier: "second", draining: false },
    });
    await expect.poll(async () => Object.keys(await countBy(waiting))).toEqual(["first sent"]);
  });
});

describe("a change of the file", () => {
  test("is in force without a restart; a message without a route waits, and leaves when there is one", async () => {
    configure([{ to: "49", carrier: "first" }]);
    await expect
      .poll(async () => countBy(await send(1)), { interval: 300 })
      .toEqual({ "null queued": 1 });
    const accountId = await send(2);
    configure(both);
    await expect.poll(() => countBy(accountId), { timeout: 20_000 }).toEqual({ "first sent": 2 });
  });

  test("that does not hold leaves the old one in force", async () => {
    writeFileSync(file, '{"carriers": [');
    const accountId = await send(1);
    await expect.poll(() => countBy(accountId)).toEqual({ "first sent": 1 });
    configure(both);
  });

  test("tells what a carrier may send as: another sender is refused, or replaced", async () => {
    configure([{ to: "*", carrier: "first" }], { from: ["Allowed*", "+48500600700"] });
    await untilEnds({ "first failed": 1 });
    const allowed = await send(1, "AllowedShop");
    await expect.poll(() => countBy(allowed)).toEqual({ "first sent": 1 });
    configure([{ to: "*", carrier: "first" }], { from: ["Allowed"], replace_from: "Allowed" });
    await untilEnds({ "first sent": 1 });
    const senders = [...first.taken.values()].map(({ wire }) => wire["from"]);
    expect(senders.at(-1)).toBe("Allowed");
    configure(both);
  });
});
