import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { operatorOf } from "../core/actor";
import { db } from "../core/db";
import { firstIdAt, newId } from "../core/ids";
import { listMessages } from "../message-log/list-messages";
import type { MessageStatus } from "../messages/status";
import { countAgain } from "../testing/count-again";
import { mintAccount } from "../testing/mint-account";
import { findErrorSpike } from "./find-error-spike";
import { getOverview } from "./get-overview";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

interface Past {
  status: MessageStatus;
  /** How long ago it was accepted. */
  agoMs: number;
  /** How long delivery took. */
  tookMs?: number;
  to?: string;
  reason?: string;
}

/** A live message of one credit as it would be had it been sent back then. */
async function addPast(accountId: string, past: Past): Promise<void> {
  const { status, agoMs, tookMs = 0, to = "48732129000", reason = null } = past;
  const at = new Date(Date.now() - agoMs);
  const refundId = status === "cancelled" ? newId() : null;
  const endedAt = status === "delivered" ? new Date(at.getTime() + tookMs).toISOString() : null;
  await db().execute(sql`
    insert into messages (account_id, id, source, test, status, sender, recipient, body, encoding,
      segments, credits, created_at, due_at, valid_until, ended_at, reason, refund_id)
    values (${accountId}, ${idAt(at)}, 'api', false, ${status}, 'YourBrand', ${to}, 'Hello', 'GSM-7',
      1, 1, ${at.toISOString()}, now(), now() + interval '1 day', ${endedAt}, ${reason},
      ${refundId})`);
  await countAgain(accountId);
}

/** An id as it would have been made then; those of newId only ever rise. */
function idAt(at: Date): string {
  return firstIdAt(at.getTime()).slice(0, 13) + randomUUID().slice(13);
}

async function logged(
  accountId: string,
  filter: { since: Date; until?: Date; status?: MessageStatus[] },
) {
  const { data } = await listMessages({
    actor: operatorOf(accountId),
    input: { limit: 1000, test: false, ...filter },
  });
  return data.length;
}

test("every figure is the number of messages that the log shows for its filter", async () => {
  const { accountId } = await mintAccount();
  const statuses = ["delivered", "failed", "bounced", "expired", "cancelled", "sent"] as const;
  for (const [place, status] of statuses.entries()) {
    for (const agoMs of [0, 5 * hourMs, dayMs, 6.5 * dayMs, 20 * dayMs]) {
      await addPast(accountId, { status, agoMs: agoMs + place * 1000, tookMs: 1200 });
    }
  }
  for (const range of ["24h", "7d", "30d"] as const) {
    const { bars, today, week } = await getOverview({
      actor: operatorOf(accountId),
      input: { test: false, range },
    });
    expect(bars).toHaveLength({ "24h": 24, "7d": 7, "30d": 30 }[range]);
    for (const { from, until, total, counts } of bars) {
      expect(total).toBe(await logged(accountId, { since: from, until }));
      const open: MessageStatus[] = ["scheduled", "queued", "sending", "sent", "unknown"];
      expect(counts.open).toBe(await logged(accountId, { since: from, until, status: open }));
      const { delivered } = counts;
      expect(delivered).toBe(
        await logged(accountId, { since: from, until, status: ["delivered"] }),
      );
    }
    expect(today.messages).toBe(await logged(accountId, { since: today.since }));
    const of = (status: MessageStatus[]) => logged(accountId, { since: week.since, status });
    const ended = await of(["delivered", "failed", "bounced", "expired"]);
    expect(week.rate).toBeCloseTo((await of(["delivered"])) / ended);
  }
});

/** A moment of spring in Warsaw; the clocks go forward in the night to the 29th. */
const spring = new Date("2026-03-31T10:20:00Z");

test("days are the reader's, also when the clocks change, and still the log's", async () => {
  const { accountId } = await mintAccount();
  for (const at of [
    "2026-03-27T22:30Z",
    "2026-03-27T23:30Z",
    "2026-03-28T23:30Z",
    "2026-03-29T21:30Z",
  ]) {
    await addPast(accountId, { status: "delivered", agoMs: Date.now() - Date.parse(at) });
  }
  const zone = "Europe/Warsaw";
  const actor = operatorOf(accountId);
  const asked = { test: false, zone, now: spring };
  for (const range of ["7d", { from: "2026-03-25", to: "2026-03-31" }] as const) {
    const { bars, ...rest } = await getOverview({ actor, input: { ...asked, range } });
    expect(rest.zone).toBe(zone);
    expect(bars.map(({ total }) => total)).toEqual([0, 0, 1, 1, 2, 0, 0]);
    const hours = bars.map(({ from, until }) => (until.getTime() - from.getTime()) / hourMs);
    expect(hours).toEqual([24, 24, 24, 24, 23, 24, 24]);
    expect(bars.at(-1)?.from.toISOString()).toBe("2026-03-30T22:00:00.000Z");
    for (const { from, until, total } of bars) {
      expect(total).toBe(await logged(accountId, { since: from, until }));
    }
  }
  const changed = { from: "2026-03-29", to: "2026-03-29" };
  const { bars } = await getOverview({ actor, input: { ...asked, range: changed } });
  expect(bars).toHaveLength(23);
  expect(bars.at(0)?.total).toBe(1);
  expect(bars.at(-2)?.total).toBe(0);
  expect(bars.at(-1)?.total).toBe(1);
});

test.each(["Asia/Kolkata", "Asia/Kathmandu"])(
  "in %s, whose days begin within an hour of UTC, days are those of UTC, and that is said",
  async (zone) => {
    const { accountId } = await mintAccount();
    const { today, ...rest } = await getOverview({
      actor: operatorOf(accountId),
      input: { test: false, range: "7d", now: spring, zone },
    });
    expect(rest.zone).toBe("UTC");
    expect(today.since.toISOString()).toBe("2026-03-31T00:00:00.000Z");
  },
);

test("the time to delivery is the one that 95 in 100 messages kept", async () => {
  const { accountId } = await mintAccount();
  for (let sent = 0; sent < 18; sent += 1) {
    await addPast(accountId, { status: "delivered", agoMs: 1000, tookMs: 400 });
  }
  for (let sent = 0; sent < 2; sent += 1) {
    await addPast(accountId, { status: "delivered", agoMs: 1000, tookMs: 25_000 });
  }
  const { week } = await getOverview({
    actor: operatorOf(accountId),
    input: { test: false, range: "24h" },
  });
  expect(week.p50Ms).toBeGreaterThanOrEqual(300);
  expect(week.p50Ms).toBeLessThanOrEqual(500);
  expect(week.p95Ms).toBeGreaterThanOrEqual(20_000);
  expect(week.p95Ms).toBeLessThanOrEqual(30_000);
});

test("nothing is said of rates and times while nothing has ended", async () => {
  const { accountId } = await mintAccount();
  await addPast(accountId, { status: "sent", agoMs: 0 });
  const { week } = await getOverview({
    actor: operatorOf(accountId),
    input: { test: false, range: "7d" },
  });
  expect(week).toMatchObject({ rate: null, p50Ms: null, p95Ms: null });
});

test("an hour of many failures is called out with its commonest reasons, single ones are not", async () => {
  const { accountId } = await mintAccount();
  const actor = operatorOf(accountId);
  const fail = (to: string, reason: string) =>
    addPast(accountId, { status: "failed", agoMs: 0, to, reason });
  for (let sent = 0; sent < 4; sent += 1) await fail("48500000002", "unknown_subscriber");
  expect(await findErrorSpike({ actor, input: { test: false } })).toBeNull();
  await fail("48500000002", "unknown_subscriber");
  await fail("48600000002", "carrier_rejected");
  const spike = await findErrorSpike({ actor, input: { test: false } });
  expect(spike?.reasons).toEqual([
    { reason: "unknown_subscriber", prefix: "485", messages: 5 },
    { reason: "carrier_rejected", prefix: "486", messages: 1 },
  ]);
  expect(await logged(accountId, { since: spike?.from ?? new Date(), status: ["failed"] })).toBe(6);
  expect(await findErrorSpike({ actor, input: { test: true } })).toBeNull();
  for (let sent = 0; sent < 60; sent += 1)
    await addPast(accountId, { status: "delivered", agoMs: 0 });
  expect(await findErrorSpike({ actor, input: { test: false } })).toBeNull();
});
