import { sql } from "drizzle-orm";
import { carrierMinutes } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { log } from "../core/log";

/** The upper ends of the buckets that durations are counted in, in milliseconds; one more is for what is longer. */
const bucketsMs = [
  10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000, 1_800_000,
];
const flushEveryMs = 1000;
const keptHours = 25;

interface Minute {
  submits: number[];
  receipts: number[];
  delivered: number;
  ended: number;
}

/** What this process has counted and not stored yet; one entry a carrier. */
const pending = new Map<string, Minute>();

/** Counts a response to a submission, by the time it took. */
export function countSubmit(carrier: string, durationMs: number): void {
  add(pendingOf(carrier).submits, durationMs);
}

/** Counts the receipt that ended a message, by the time since its submission. */
export function countFinal(carrier: string, delayMs: number, isDelivered: boolean): void {
  const minute = pendingOf(carrier);
  add(minute.receipts, delayMs);
  minute.ended += 1;
  if (isDelivered) minute.delivered += 1;
}

/** What a carrier did in the last hour; a percentile is the upper end of its bucket, null if nothing was counted. */
export interface LastHour {
  submitP50Ms: number | null;
  submitP95Ms: number | null;
  receiptP50Ms: number | null;
  receiptP95Ms: number | null;
  delivered: number;
  /** Messages with a final receipt. */
  ended: number;
}

/** What each carrier did in the last hour, by its name. */
export async function readLastHour(): Promise<Map<string, LastHour>> {
  const rows = await db()
    .select()
    .from(carrierMinutes)
    .where(sql`${carrierMinutes.minute} > now() - interval '1 hour'`);
  const names = new Set(rows.map(({ carrier }) => carrier));
  return new Map([...names].map((name) => [name, sum(rows.filter((row) => row.carrier === name))]));
}

/** How many submissions a carrier responded to; one that had to be repeated counts each time. */
export interface Traffic {
  lastHour: number;
  lastDay: number;
}

/** The submissions of each carrier, by its name. */
export async function readTraffic(): Promise<Map<string, Traffic>> {
  const rows = await db().execute<{ carrier: string; hour: number; day: number }>(sql`
    select carrier, sum(submitted)::float8 as day,
      coalesce(sum(submitted) filter (where minute > now() - interval '1 hour'), 0)::float8 as hour
    from ${carrierMinutes},
      lateral (select sum(count) as submitted from unnest(submits) as count) counted
    where minute > now() - interval '1 day'
    group by carrier`);
  return new Map(rows.map(({ carrier, hour, day }) => [carrier, { lastHour: hour, lastDay: day }]));
}

/** Forgets what carriers did long ago. Returns 0: there is no more of it. */
export async function sweepMinutes(): Promise<number> {
  await db()
    .delete(carrierMinutes)
    .where(sql`${carrierMinutes.minute} < now() - ${keptHours} * interval '1 hour'`);
  return 0;
}

function sum(minutes: Minute[]): LastHour {
  const submits = minutes.map(({ submits }) => submits).reduce(addAll, empty());
  const receipts = minutes.map(({ receipts }) => receipts).reduce(addAll, empty());
  return {
    submitP50Ms: percentile(submits, 0.5),
    submitP95Ms: percentile(submits, 0.95),
    receiptP50Ms: percentile(receipts, 0.5),
    receiptP95Ms: percentile(receipts, 0.95),
    delivered: minutes.reduce((total, { delivered }) => total + delivered, 0),
    ended: minutes.reduce((total, { ended }) => total + ended, 0),
  };
}

function percentile(counts: number[], share: number): number | null {
  const wanted = counts.reduce((total, count) => total + count, 0) * share;
  if (wanted === 0) return null;
  let seen = 0;
  const place = counts.findIndex((count) => {
    seen += count;
    return seen >= wanted;
  });
  return bucketsMs[place] ?? bucketsMs.at(-1) ?? null;
}

function pendingOf(carrier: string): Minute {
  const known = pending.get(carrier);
  if (known) return known;
  const minute = { submits: empty(), receipts: empty(), delivered: 0, ended: 0 };
  pending.set(carrier, minute);
  // The first count of a second stores them all at its end.
  if (pending.size === 1) setTimeout(flush, flushEveryMs).unref();
  return minute;
}

async function flush(): Promise<void> {
  const counted = [...pending].map(([carrier, minute]) => ({ carrier, ...minute }));
  pending.clear();
  await db()
    .execute(sql`
      insert into ${carrierMinutes} as kept (carrier, minute, submits, receipts, delivered, ended)
      select carrier, date_trunc('minute', now()), submits, receipts, delivered, ended
      from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb)
        as c(carrier text, submits int[], receipts int[], delivered int, ended int)
      order by carrier
      on conflict (carrier, minute) do update set
        submits = (${added(sql.raw("submits"))}),
        receipts = (${added(sql.raw("receipts"))}),
        delivered = kept.delivered + excluded.delivered,
        ended = kept.ended + excluded.ended`)
    // Figures for people to look at: a second of them is no loss.
    .catch((error) => log().warn({ err: error }, "figures of carriers were not stored"));
}

function added(column: ReturnType<typeof sql.raw>) {
  return sql`select array_agg(one + other order by place)
    from unnest(kept.${column}, excluded.${column}) with ordinality as pair(one, other, place)`;
}

function add(counts: number[], durationMs: number): void {
  const place = bucketsMs.findIndex((endMs) => durationMs <= endMs);
  const bucket = place < 0 ? bucketsMs.length : place;
  counts[bucket] = (counts[bucket] ?? 0) + 1;
}

function addAll(one: number[], other: number[]): number[] {
  return one.map((count, place) => count + (other[place] ?? 0));
}

function empty(): number[] {
  return Array.from({ length: bucketsMs.length + 1 }, () => 0);
}
