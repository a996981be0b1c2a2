import { type SQL, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { verifications } from "@/drizzle/schema/verifications";
import { db } from "../core/db";
import type { NeighborFigures, RangeFigures } from "./_judge-range";
import { neighborsOf, type Ranges } from "./_ranges";
import { maxProvedMisses } from "./contract";

const minuteMs = 60_000;
/** Verifications of a range that are looked at, from the newest on. */
const maxRows = 200;
/** How often the same number counts among them at most. */
const maxEach = 2;
export const windowMs = 24 * 60 * minuteMs;
const recentMs = 10 * minuteMs;
/** Whoever wants to enter a code has done so by then. */
const settledMs = 3 * minuteMs;
/** Most have done so by then: users who come in a rush are told from a flood. */
const agedMs = 90_000;
const neighborWindowMs = 60 * minuteMs;

interface Wanted {
  accountId: string;
  now: Date;
  /** What was started before is not judged again: somebody lifted a stop. */
  notBefore: Date | null;
}

interface WantedOfRanges extends Pick<Wanted, "accountId" | "now"> {
  /** For each range its own: who lifts the stop of one says nothing of the other. */
  notBefore: Record<keyof Ranges, Date | null>;
  /** Ranges of 10,000 numbers that are not counted in their million. */
  stopped: string[];
}

/**
 * What the newest live verifications of both ranges came to, in two reads of an index. What went to `stopped` ranges says
 * nothing of the million that they are in: there is a stop for it.
 */
export async function readFigures(
  { narrow, wide }: Ranges,
  { stopped, notBefore, ...wanted }: WantedOfRanges,
): Promise<{ narrow: RangeFigures; wide: RangeFigures }> {
  const blocks = `{${stopped.join(",")}}`;
  // As the indexes write it: a parameter would not be recognized.
  const [ofNarrow, ofWide] = await Promise.all([
    readRange(sql`left(recipient, -4) = ${narrow}`, { ...wanted, notBefore: notBefore.narrow }),
    readRange(
      sql`left(recipient, -6) = ${wide} and left(recipient, -4) <> all(${blocks}::text[])`,
      { ...wanted, notBefore: notBefore.wide },
    ),
  ]);
  return { narrow: ofNarrow, wide: ofWide };
}

const none: RangeFigures = {
  ...{ started: 0, sent: 0, approved: 0, settled: 0 },
  ...{ recentStarted: 0, recentSent: 0, recentApproved: 0, recentTaken: 0 },
  ...{ agedStarted: 0, agedSent: 0, agedApproved: 0 },
};

/**
 * Each number counts twice at most, or one could stop all those around it; and what no carrier has taken yet counts as
 * taken alone: nobody can enter a code that has not left.
 */
async function readRange(isInRange: SQL, { accountId, now, notBefore }: Wanted) {
  const since = at(latest(now, windowMs, notBefore));
  const recent = at(latest(now, recentMs, notBefore));
  const settled = at(new Date(now.getTime() - settledMs));
  const aged = at(new Date(now.getTime() - agedMs));
  const [row = none] = await db().execute<{ [Name in keyof RangeFigures]: number }>(sql`
    with newest as materialized (
      select recipient, message_id, status, sends, created_at from ${verifications}
      where account_id = ${accountId}::uuid and ${isInRange} and not decoy and not test
        and created_at > ${since}
      order by created_at desc limit ${maxRows}
    ), judged as (
      select newest.recipient, newest.sends, newest.created_at,
        newest.status = 'approved' as is_approved,
        newest.status = 'approved' or coalesce(message.has_left, false) as has_left,
        newest.status <> 'pending' or newest.created_at <= ${settled} as is_settled,
        newest.created_at > ${recent} as is_recent,
        newest.created_at > ${recent} and newest.created_at <= ${aged} as is_aged
      from newest left join lateral (${hasLeft(accountId, sql`newest.message_id`)}) message on true
    ), placed as (
      select judged.*,
        row_number() over (partition by recipient, has_left order by created_at desc) as place
      from judged
    ), counted as (
      select
        count(*) filter (where has_left) as started,
        least(sum(sends) filter (where has_left), ${maxEach}) as sent,
        count(*) filter (where is_approved) as approved,
        count(*) filter (where has_left and is_settled) as settled,
        count(*) filter (where has_left and is_recent) as recent_started,
        least(sum(sends) filter (where has_left and is_recent), ${maxEach}) as recent_sent,
        count(*) filter (where is_approved and is_recent) as recent_approved,
        least(sum(sends) filter (where is_recent), ${maxEach}) as recent_taken,
        count(*) filter (where has_left and is_aged) as aged_started,
        least(sum(sends) filter (where has_left and is_aged), ${maxEach}) as aged_sent,
        count(*) filter (where is_approved and is_aged) as aged_approved
      from placed where place <= ${maxEach} group by recipient
    )
    select coalesce(sum(started), 0)::int as "started", coalesce(sum(sent), 0)::int as "sent",
      coalesce(sum(approved), 0)::int as "approved", coalesce(sum(settled), 0)::int as "settled",
      coalesce(sum(recent_started), 0)::int as "recentStarted",
      coalesce(sum(recent_sent), 0)::int as "recentSent",
      coalesce(sum(recent_approved), 0)::int as "recentApproved",
      coalesce(sum(recent_taken), 0)::int as "recentTaken",
      coalesce(sum(aged_started), 0)::int as "agedStarted",
      coalesce(sum(aged_sent), 0)::int as "agedSent",
      coalesce(sum(aged_approved), 0)::int as "agedApproved"
    from counted`);
  return row;
}

/** Whether a carrier may have taken a message. With a limit, each is looked up by its ID, however many the account has. */
function hasLeft(accountId: string, messageId: SQL): SQL {
  return sql`
    select sent_at is not null or status = 'unknown' as has_left from ${messages}
    where account_id = ${accountId}::uuid and id = ${messageId} limit 1`;
}

/** How many of the numbers around one were sent codes within an hour, without those that may yet enter theirs. */
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
    with around as materialized (
      select recipient, message_id, status from ${verifications}
      where account_id = ${accountId}::uuid and recipient = any(${numbers}::text[])
        and not decoy and not test and created_at > ${since}
        and (status = 'approved' or created_at <= ${settled})
      order by created_at desc limit ${maxRows}
    ), numbers as (
      select around.recipient, bool_or(around.status = 'approved') as is_approved
      from around left join lateral (${hasLeft(accountId, sql`around.message_id`)}) message on true
      where around.status = 'approved' or message.has_left
      group by around.recipient
    )
    select count(*)::int as "started",
      (count(*) filter (where is_approved))::int as "approved"
    from numbers`);
  return row;
}

/** What the newest verifications of one number came to. */
interface NumberFigures {
  /** It has proved itself, and did not miss many codes since: it is somebody's. */
  isProved: boolean;
  /** Messages of a day whose codes nobody entered. */
  missed: number;
}

/** Reads them by an index, also of those whose message has not left. */
export async function readNumber(
  digits: string,
  { accountId, now }: Pick<Wanted, "accountId" | "now">,
): Promise<NumberFigures> {
  const since = at(latest(now, windowMs, null));
  const [row = { isProved: false, missed: 0 }] = await db().execute<{
    isProved: boolean;
    missed: number;
  }>(sql`
    select
      coalesce(bool_or(status = 'approved') filter (where place <= ${maxProvedMisses}), false)
        as "isProved",
      coalesce(sum(sends) filter (where status <> 'approved' and created_at > ${since}), 0)::int
        as "missed"
    from (
      select status, sends, created_at, row_number() over (order by id desc) as place
      from ${verifications}
      where account_id = ${accountId}::uuid and recipient = ${digits} and not decoy and not test
      order by id desc limit ${maxRows}
    ) as newest`);
  return row;
}

function latest(now: Date, windowMs: number, notBefore: Date | null): Date {
  return new Date(Math.max(now.getTime() - windowMs, notBefore?.getTime() ?? 0));
}

function at(time: Date): SQL {
  return sql`${time.toISOString()}::timestamptz`;
}
