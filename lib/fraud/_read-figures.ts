import { type SQL, sql } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import { db } from "../core/db";
import type { NeighborFigures, RangeFigures } from "./_judge-range";
import { neighborsOf, type Ranges } from "./_ranges";

const minuteMs = 60_000;
/** Verifications of a range that are looked at, from the newest on. */
const maxRows = 200;
export const windowMs = 24 * 60 * minuteMs;
const recentMs = 10 * minuteMs;
/** Whoever wants to enter a code has done so by then. */
const settledMs = 3 * minuteMs;
const neighborWindowMs = 60 * minuteMs;

interface Wanted {
  accountId: string;
  now: Date;
  /** What was started before is not judged again: somebody lifted a stop. */
  notBefore: Date | null;
}

/**
 * What the newest live verifications of both ranges came to, in two reads of an index. What went to `stopped` ranges says
 * nothing of the million that they are in: there is a stop for it.
 */
export async function readFigures(
  { narrow, wide }: Ranges,
  { stopped, ...wanted }: Wanted & { stopped: string[] },
): Promise<{ narrow: RangeFigures; wide: RangeFigures }> {
  const blocks = `{${stopped.join(",")}}`;
  // As the indexes write it: a parameter would not be recognized.
  const [ofNarrow, ofWide] = await Promise.all([
    readRange(sql`left(recipient, -4) = ${narrow}`, wanted),
    readRange(
      sql`left(recipient, -6) = ${wide} and left(recipient, -4) <> all(${blocks}::text[])`,
      wanted,
    ),
  ]);
  return { narrow: ofNarrow, wide: ofWide };
}

const none: RangeFigures = {
  ...{ started: 0, sent: 0, approved: 0, settled: 0 },
  ...{ recentStarted: 0, recentSent: 0, recentApproved: 0 },
};

async function readRange(isInRange: SQL, { accountId, now, notBefore }: Wanted) {
  const since = at(latest(now, windowMs, notBefore));
  const recent = at(latest(now, recentMs, notBefore));
  const settled = at(new Date(now.getTime() - settledMs));
  const [row = none] = await db().execute<{ [Name in keyof RangeFigures]: number }>(sql`
    select
      count(*)::int as "started",
      coalesce(sum(sends), 0)::int as "sent",
      (count(*) filter (where status = 'approved'))::int as "approved",
      (count(*) filter (where status <> 'pending' or created_at <= ${settled}))::int as "settled",
      (count(*) filter (where created_at > ${recent}))::int as "recentStarted",
      coalesce(sum(sends) filter (where created_at > ${recent}), 0)::int as "recentSent",
      (count(*) filter (where created_at > ${recent} and status = 'approved'))::int
        as "recentApproved"
    from (
      select status, sends, created_at from ${verifications}
      where account_id = ${accountId}::uuid and ${isInRange} and not decoy and not test
        and created_at > ${since}
      order by created_at desc limit ${maxRows}
    ) as newest`);
  return row;
}

/** What verifications of the numbers around one came to within an hour, without those that may yet be approved. */
export async function readNeighbors(
  digits: string,
  { accountId, now, notBefore }: Wanted,
): Promise<NeighborFigures> {
  const since = at(latest(now, neighborWindowMs, notBefore));
  const settled = at(new Date(now.getTime() - settledMs));
  const numbers = `{${neighborsOf(digits).join(",")}}`;
  const [row = { started: 0, approved: 0 }] = await db().execute<{
    started: number;
    approved: number;
  }>(sql`
    select count(*)::int as "started",
      (count(*) filter (where status = 'approved'))::int as "approved"
    from (
      select status from ${verifications}
      where account_id = ${accountId}::uuid and recipient = any(${numbers}::text[])
        and not decoy and not test and created_at > ${since}
        and (status <> 'pending' or created_at <= ${settled})
      limit ${maxRows}
    ) as around`);
  return row;
}

/** Whether a number has proved itself within the time that verifications are kept: it is somebody's. */
export async function hasProved(accountId: string, digits: string): Promise<boolean> {
  const rows = await db().execute(sql`
    select 1 as found from ${verifications}
    where account_id = ${accountId}::uuid and recipient = ${digits} and status = 'approved'
      and not test limit 1`);
  return rows.length > 0;
}

function latest(now: Date, windowMs: number, notBefore: Date | null): Date {
  return new Date(Math.max(now.getTime() - windowMs, notBefore?.getTime() ?? 0));
}

function at(time: Date): SQL {
  return sql`${time.toISOString()}::timestamptz`;
}
