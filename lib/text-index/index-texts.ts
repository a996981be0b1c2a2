import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { textSegments } from "@/drizzle/schema/text-index";
import { db } from "../core/db";
import { clockDriftMs, firstIdAt } from "../core/ids";
import { buildSegment } from "./_build-segment";
import { allIds } from "./id-range";

/** Messages of a small segment, and how many of these make a large one. */
interface Sizes {
  small: number;
  perLarge: number;
}

/** Small segments keep what a search has to read short, large ones their number. */
const defaultSizes: Sizes = { small: 2048, perLarge: 32 };

/** A message may be stored this much later than its ID says: what is younger is not indexed yet. */
export const settledAfterMs = 10 * 60_000;

/** How late a message may come by a clock that is behind; what came so late is looked for each time that messages settle. */
const lateByMs = clockDriftMs + settledAfterMs;

interface Row extends Record<string, unknown> {
  last_id: string;
  after_id: string;
  messages: number;
  positions: number;
}

interface Wanted {
  accountId: string;
  sizes?: Sizes;
  /** Whether to look for messages that were stored late, too, which takes reading the IDs of the last hour. */
  findsLate?: boolean;
}

/**
 * Does the next step for the index of an account's texts: makes a signature anew that an erased text has taken with it,
 * puts 32 small segments together, adds a segment of 2,048 or 65,536 messages older than ten minutes, or makes one anew
 * that a message with an older ID has joined. Returns how many messages it read; 0 if nothing is left to do. Throws
 * nothing of its own.
 */
export async function indexTexts({
  accountId,
  sizes = defaultSizes,
  findsLate = false,
}: Wanted): Promise<number> {
  const { small, perLarge } = sizes;
  const { newest, cleared } = await listSegments(accountId, perLarge);
  if (cleared) return rebuild(accountId, [cleared]);
  const areAllSmall = newest.every(({ messages: number }) => number <= small);
  if (newest.length === perLarge && areAllSmall) return rebuild(accountId, newest);
  const afterId = newest[0]?.last_id ?? allIds.low;
  const settled = firstIdAt(Date.now() - settledAfterMs);
  const place = { accountId, afterId, settled };
  const lastOfSmall = await findNth(place, small);
  if (lastOfSmall === null) {
    const grown = findsLate ? await findGrown(accountId) : undefined;
    return grown ? rebuild(accountId, [grown]) : 0;
  }
  const lastOfLarge = await findNth(place, small * perLarge);
  const size = lastOfLarge === null ? small : small * perLarge;
  const lastId = lastOfLarge ?? lastOfSmall;
  const isBuilt = await buildSegment({ accountId, afterId, lastId, size, replaces: 0 });
  return isBuilt ? size : 0;
}

/** A segment in place of those that follow one another, the newest first. */
async function rebuild(accountId: string, rows: Row[]): Promise<number> {
  const size = rows.reduce((sum, row) => sum + row.messages, 0);
  const afterId = rows.at(-1)?.after_id ?? allIds.low;
  const lastId = rows[0]?.last_id ?? allIds.low;
  const isBuilt = await buildSegment({ accountId, afterId, lastId, size, replaces: rows.length });
  return isBuilt ? size : 0;
}

/** The newest segments, and one that has lost its signature. */
async function listSegments(
  accountId: string,
  limit: number,
): Promise<{ newest: Row[]; cleared?: Row }> {
  const rows = await db().execute<Row>(sql`
    (select last_id, after_id, messages, positions from ${textSegments}
      where account_id = ${accountId} order by last_id desc limit ${limit})
    union all
    (select last_id, after_id, messages, positions from ${textSegments}
      where account_id = ${accountId} and positions = 0 order by last_id desc limit 1)`);
  const cleared = rows.find(({ positions }) => positions === 0);
  return { newest: rows.filter(({ positions }) => positions > 0), ...(cleared && { cleared }) };
}

/** A segment of the last hour that has more messages than it was made of: clocks differ, or one was set back. */
async function findGrown(accountId: string): Promise<Row | undefined> {
  const since = firstIdAt(Date.now() - lateByMs);
  const [row] = await db().execute<Row>(sql`
    select last_id, after_id, found.messages, positions
    from ${textSegments} segment, lateral (
      select count(*)::int as messages from ${messages} m
      where m.account_id = ${accountId} and m.id > segment.after_id and m.id <= segment.last_id
    ) found
    where segment.account_id = ${accountId} and segment.last_id >= ${since}::uuid
      and found.messages > segment.messages
    order by segment.last_id limit 1`);
  return row;
}

interface Nth {
  accountId: string;
  afterId: string;
  settled: string;
}

/** The message that many after another, if it is old enough. */
async function findNth({ accountId, afterId, settled }: Nth, size: number): Promise<string | null> {
  const [row] = await db().execute<{ id: string }>(sql`
    select id from ${messages}
    where account_id = ${accountId} and id > ${afterId}::uuid and id < ${settled}::uuid
    order by id offset ${size - 1} limit 1`);
  return row?.id ?? null;
}
