import { sql } from "drizzle-orm";
import { carrierMinutes } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { log } from "../core/log";
import { histogramOf } from "../metrics/registry";
import { daysOf } from "../retention/kept";

/** The upper ends of the buckets that durations are counted in, in milliseconds; one more is for what is longer. */
const bucketsMs = [
  10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 30_000, 60_000, 300_000, 1_800_000,
];
const flushEveryMs = 1000;

interface Minute {
  submits: number[];
  receipts: number[];
  delivered: number;
  ended: number;
  windowUsed: number;
  windowSize: number;
}

/** What this process has counted and not stored yet; one entry a carrier. */
const pending = new Map<string, Minute>();

/** Counts a response to a submission, by the time it took. */
export function countSubmit(carrier: string, durationMs: number): void {
  add(pendingOf(carrier).submits, durationMs);
  histogramOf("depesza_submit_duration_seconds").observe({ carrier }, durationMs / 1000);
}

/** Counts the receipt that ended a message, by the time since its submission. */
export function countFinal(carrier: string, delayMs: number, isDelivered: boolean): void {
  const minute = pendingOf(carrier);
  add(minute.receipts, delayMs);
  minute.ended += 1;
  if (isDelivered) minute.delivered += 1;
  histogramOf("depesza_receipt_delay_seconds").observe({ carrier }, delayMs / 1000);
}

/** Counts a message that the carrier refused for good when it was submitted. */
export function countRefused(carrier: string): void {
  pendingOf(carrier).ended += 1;
}

/** Notes how many requests to a carrier wait for their responses, and how many may at once; the most of a minute is kept. */
export function countWindow(carrier: string, used: number, size: number): void {
  const minute = pendingOf(carrier);
  minute.windowUsed = Math.max(minute.windowUsed, used);
  minute.windowSize = Math.max(minute.windowSize, size);
}

/** What a carrier did in the last hour; a percentile is the upper end of its bucket, null if nothing was counted. */
interface LastHour {
  /** Responses to submissions; one that had to be repeated counts each time. */
  submitted: number;
  submitP50Ms: number | null;
  submitP95Ms: number | null;
  receiptP50Ms: number | null;
  receiptP95Ms: number | null;
  delivered: number;
  /** Messages with a final receipt, and those that were refused. */
  ended: number;
}

/** The figures of a carrier. */
export interface Figures {
  lastHour: LastHour;
  /** Responses to submissions in the last 24 hours. */
  submittedInDay: number;
  /** The fullest the window was in this minute and the last one; null for a carrier without one, or with nothing in it. */
  window: { used: number; size: number } | null;
}

/** What a carrier is like that has counted nothing. */
export const noFigures: Figures = { lastHour: sum([]), submittedInDay: 0, window: null };

interface Day extends Record<string, unknown> {
  carrier: string;
  hour: Omit<Minute, "windowUsed" | "windowSize">[];
  day: number;
  used: number | null;
  size: number | null;
}

/** What each carrier did lately, by its name. */
export async function readFigures(): Promise<Map<string, Figures>> {
  const rows = await db().execute<Day>(sql`
    select carrier,
      coalesce(jsonb_agg(jsonb_build_object('submits', submits, 'receipts', receipts,
        'delivered', delivered, 'ended', ended)) filter (where age < interval '1 hour'), '[]') as hour,
      sum((select sum(count) from unnest(submits) as count))::float8 as day,
      max(window_used) filter (where age < interval '2 minutes') as used,
      max(window_size) filter (where age < interval '2 minutes') as size
    from ${carrierMinutes}, lateral (select now() - minute as age) aged
    where minute > now() - interval '1 day'
    group by carrier`);
  return new Map(
    rows.map(({ carrier, hour, day, used, size }) => [
      carrier,
      {
        lastHour: sum(hour),
        submittedInDay: day,
        window: size ? { used: used ?? 0, size } : null,
      },
    ]),
  );
}

/** How many messages ended at each carrier in the last minutes, and how many of them were delivered. */
export async function readEnds(
  minutes: number,
): Promise<{ carrier: string; ended: number; delivered: number }[]> {
  const rows = await db().execute<{ carrier: string; ended: number; delivered: number }>(sql`
    select carrier, sum(ended)::int as ended, sum(delivered)::int as delivered
    from ${carrierMinutes} where minute > now() - ${minutes} * interval '1 minute'
    group by carrier order by carrier`);
  return [...rows];
}

/** Forgets what carriers did long ago. Returns 0: there is no more of it. */
export async function sweepMinutes(): Promise<number> {
  await db()
    .delete(carrierMinutes)
    .where(sql`${carrierMinutes.minute} < now() - ${daysOf("carrier_minutes")} * interval '1 day'`);
  return 0;
}

function sum(minutes: Day["hour"]): LastHour {
  const submits = minutes.map(({ submits }) => submits).reduce(addAll, empty());
  const receipts = minutes.map(({ receipts }) => receipts).reduce(addAll, empty());
  return {
    submitted: submits.reduce((total, count) => total + count, 0),
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
  const minute = {
    ...{ submits: empty(), receipts: empty(), delivered: 0, ended: 0 },
    ...{ windowUsed: 0, windowSize: 0 },
  };
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
      insert into ${carrierMinutes} as kept
        (carrier, minute, submits, receipts, delivered, ended, window_used, window_size)
      select carrier, date_trunc('minute', now()), submits, receipts, delivered, ended,
        "windowUsed", "windowSize"
      from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb)
        as c(carrier text, submits int[], receipts int[], delivered int, ended int,
          "windowUsed" int, "windowSize" int)
      order by carrier
      on conflict (carrier, minute) do update set
        submits = (${added(sql.raw("submits"))}),
        receipts = (${added(sql.raw("receipts"))}),
        delivered = kept.delivered + excluded.delivered,
        ended = kept.ended + excluded.ended,
        window_used = greatest(kept.window_used, excluded.window_used),
        window_size = greatest(kept.window_size, excluded.window_size)`)
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
