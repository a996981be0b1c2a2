import { and, asc, desc, gte, lte, type SQL, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Actor } from "../core/actor";
import { readDb, type Tx } from "../core/db";
import { visibleTo } from "../messages/visible-to";
import { allIds, type IdRange, intersect } from "../text-index/id-range";
import { idAfter, idBefore } from "../text-index/neighbour-id";
import { filterMessages, idsOf, type MessageFilter } from "./_filter-messages";
import { planSearch } from "./_plan-search";
import { type RangeRead, type ScanBound, searchBlocks } from "./_search-blocks";

const defaultBound: ScanBound = { rows: 20_000, stretches: 10 };

export interface Scan {
  /** Whose messages: those that they can see. */
  actor: Pick<Actor, "accountId" | "mode">;
  filter: MessageFilter;
  /** From this ID on to older messages, or to newer ones; without either, from the newest. */
  before?: string | undefined;
  after?: string | undefined;
}

/** A part of an account's messages, in order: `rows` is a table named as the one of all messages. */
export interface Stretch {
  tx: Tx;
  rows: ReturnType<typeof rowsOf>;
  /** What they have to match. */
  matching: SQL | undefined;
}

/** Reads a stretch; true when it has enough. */
type Read = (stretch: Stretch) => Promise<boolean>;

/**
 * Reads an account's messages 20,000 at a time until `read` says that it has enough, at most 200,000. Of a search, it
 * leaves out those that the index of texts knows to have no such text. However large the log is, no statement takes long.
 * Returns the ID it came to; null if it has enough or nothing is left.
 */
export async function scanMessages(
  scan: Scan,
  read: Read,
  bound: ScanBound = defaultBound,
): Promise<string | null> {
  const { before, after, filter } = scan;
  const { accountId } = scan.actor;
  const page = {
    low: after === undefined ? allIds.low : idAfter(after),
    high: before === undefined ? allIds.high : idBefore(before),
  };
  const within = intersect(page, idsOf(filter));
  if (!within) return null;
  const place = { ...scan, isDescending: after === undefined };
  const readWhole = (range: IdRange, stretches: number) =>
    scanRange({ ...place, within: range, bound: { ...bound, stretches } }, read);
  const plan = await planSearch(accountId, filter);
  if (!plan) return (await readWhole(within, bound.stretches)).end;
  const readParts = (parts: IdRange[]) => readBlocks({ ...place, parts }, read);
  const { isDescending } = place;
  return searchBlocks({ ...plan, accountId, within, isDescending, bound, readWhole, readParts });
}

interface Place extends Scan {
  isDescending: boolean;
}

interface RangeScan extends Place {
  within: IdRange;
  bound: ScanBound;
}

async function scanRange(scan: RangeScan, read: Read): Promise<RangeRead> {
  let { within } = scan;
  for (let stretches = 1; ; stretches += 1) {
    const { isEnough, end } = await readStretch({ ...scan, within }, read);
    if (isEnough || end === null || stretches >= scan.bound.stretches) {
      return { isEnough, end, stretches };
    }
    if (scan.isDescending) within = { low: within.low, high: idBefore(end) };
    else within = { low: idAfter(end), high: within.high };
  }
}

async function readStretch(scan: RangeScan, read: Read) {
  const { within, bound, isDescending } = scan;
  const { byIndex, byRow } = filterMessages(scan.filter);
  const inRange = and(visibleTo(scan.actor), ...rangeOf(within), ...byIndex);
  const order = isDescending ? desc(messages.id) : asc(messages.id);
  let isEnough: boolean | undefined;
  return inOrder(async (tx) => {
    const rows = rowsOf(tx, { inRange, order, limit: bound.rows });
    isEnough ??= await read({ tx, rows, matching: and(...byRow) });
    if (isEnough) return { isEnough, end: null };
    const [end] = await tx
      .select({ id: messages.id })
      .from(messages)
      .where(inRange)
      .orderBy(order)
      .offset(bound.rows - 1)
      .limit(1);
    return { isEnough: false, end: end?.id ?? null };
  });
}

/** Reads the messages in some short ranges by one statement; true when that is enough. */
async function readBlocks(scan: Place & { parts: IdRange[] }, read: Read): Promise<boolean> {
  const { byIndex, byRow } = filterMessages(scan.filter);
  const whose = visibleTo(scan.actor);
  const inRange = and(whose, isIn(scan.actor.accountId, scan.parts), ...byIndex);
  const order = scan.isDescending ? desc(messages.id) : asc(messages.id);
  let isEnough: boolean | undefined;
  return inOrder(async (tx) => {
    const rows = rowsOf(tx, { inRange, order, limit: maxInParts });
    isEnough ??= await read({ tx, rows, matching: and(...byRow) });
    return isEnough;
  });
}

/** More than the ranges of one statement can have. */
const maxInParts = 1_000_000;

/** The IDs are collected first: a list of them is read in the order of the index, where ranges would have to be sorted. */
function isIn(accountId: string, parts: IdRange[]): SQL {
  const lows = `{${parts.map(({ low }) => low).join(",")}}`;
  const highs = `{${parts.map(({ high }) => high).join(",")}}`;
  return sql`${messages.id} = any(array(
    select part_of.id from unnest(${lows}::uuid[], ${highs}::uuid[]) as part(low, high)
    cross join lateral (
      select id from ${messages} of_part
      where of_part.account_id = ${accountId} and of_part.id >= part.low and of_part.id <= part.high
      order by of_part.id limit ${maxInParts}
    ) part_of))`;
}

/**
 * An account that has just grown looks tiny to the planner, which then reads and sorts all of it for one page. One
 * snapshot, so that the end of a stretch is that of the messages that were read, however many arrive meanwhile. The
 * transaction may run twice, the second time on the primary: what the work has read it keeps.
 */
function inOrder<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return readDb().transaction(
    async (tx) => {
      await tx.execute(sql`set local enable_sort = off`);
      return work(tx);
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
  );
}

function rangeOf({ low, high }: IdRange): (SQL | undefined)[] {
  return [
    low === allIds.low ? undefined : gte(messages.id, low),
    high === allIds.high ? undefined : lte(messages.id, high),
  ];
}

interface Rows {
  inRange: SQL | undefined;
  order: SQL;
  limit: number;
}

/** The limit also keeps the planner from choosing an index by what the rows have to match. */
function rowsOf(tx: Tx, { inRange, order, limit }: Rows) {
  return tx.select().from(messages).where(inRange).orderBy(order).limit(limit).as("messages");
}
