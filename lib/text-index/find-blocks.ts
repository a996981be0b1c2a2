import { sql } from "drizzle-orm";
import { textSegments } from "@/drizzle/schema/text-index";
import { db } from "../core/db";
import { hashSearched, type TextField } from "./_hash-grams";
import { type IdRange, intersect, mergeRanges } from "./id-range";
import { idAfter, idBefore } from "./neighbour-id";

/** Part of a message, and where it is. */
export interface SearchedText {
  text: string;
  field: TextField;
}

/** For each list, a message must have one of its texts. */
export type TextConditions = readonly (readonly SearchedText[])[];

interface Wanted {
  accountId: string;
  texts: TextConditions;
  /** Where messages may match whatever their texts say. */
  always: IdRange[];
  /** Where to look. */
  within: IdRange;
  isDescending: boolean;
  /** How many segments to look at. */
  limit: number;
}

/** What the index knows of a stretch of messages: only those in some ranges may match. */
export interface KnownStretch {
  covers: IdRange;
  /** In the order of the search. */
  ranges: IdRange[];
  /** Whether that is most of it, so that it is better read whole. */
  isDense: boolean;
}

interface Row extends Record<string, unknown> {
  after_id: string;
  last_id: string;
  messages: number;
  blocks: number;
  slices: string | null;
}

interface Segment {
  covers: IdRange;
  afterId: string;
  lastId: string;
  messages: number;
  /** Those that may have a text; none where most of them may. */
  blocks: number[];
  isDense: boolean;
}

/** Of more blocks the places are not read at once, but for those of one segment. */
const maxBlocks = 1024;

/** Reading a block by itself takes about twice the time. */
const maxShare = 0.5;

/** Whether the index can tell messages by such texts: it needs three characters of each in a list. */
export function isIndexed(texts: TextConditions): boolean {
  return texts.some((each) => hashesOf(each) !== null);
}

/**
 * What the index knows of the next messages of an account, in the order of the search, of at most `limit` segments. What
 * no stretch covers has to be read. A segment costs 10 to 40 reads of 128 bytes or fewer.
 */
export async function findBlocks(wanted: Wanted): Promise<KnownStretch[]> {
  const segments = firstOf(await readSegments(wanted));
  const starts = await readStarts(wanted.accountId, segments);
  // Somebody has just put segments together: reading all of them is slower, and finds the same.
  if (!starts) return [];
  return segments.map(({ covers, lastId, blocks, isDense }) => {
    if (isDense) return { covers, ranges: [covers], isDense };
    const found = blocks.map((block) => {
      const [from, next] = starts.get(`${lastId} ${block}`) ?? [];
      const high = next ? idBefore(next) : covers.high;
      return intersect({ low: block === 0 ? covers.low : (from ?? covers.low), high }, covers);
    });
    const always = wanted.always.map((range) => intersect(range, covers));
    const ranges = mergeRanges([...found, ...always].filter((range) => range !== null));
    return { covers, ranges: wanted.isDescending ? ranges.toReversed() : ranges, isDense };
  });
}

function hashesOf(texts: readonly SearchedText[]): number[][] | null {
  const hashes = texts.map(({ text, field }) => hashSearched(text, field));
  return hashes.every(({ length }) => length > 0) && hashes.length > 0 ? hashes : null;
}

async function readSegments(wanted: Wanted): Promise<Segment[]> {
  const { accountId, within, limit, isDescending } = wanted;
  const conditions = wanted.texts.map(hashesOf).filter((each) => each !== null);
  const hashes = [...new Set(conditions.flat(2))];
  const order = sql.raw(isDescending ? "desc" : "asc");
  const rows = await db().execute<Row>(sql`
    select after_id, last_id, messages, cardinality(starts) as blocks, (
      select encode(string_agg(
        substring(bits from (hash & (positions - 1)) * width + 1 for width), ''::bytea order by place), 'hex')
      from unnest(${`{${hashes.join(",")}}`}::int[]) with ordinality wanted(hash, place)
    ) as slices
    from (
      select *, octet_length(bits) / nullif(positions, 0) as width from ${textSegments}
      where account_id = ${accountId} and last_id >= ${within.low}::uuid and after_id < ${within.high}::uuid
      order by last_id ${order} limit ${limit}
    ) segments order by last_id ${order}`);
  return rows.flatMap((row) => {
    const covers = intersect({ low: idAfter(row.after_id), high: row.last_id }, within);
    if (!covers) return [];
    const blocks = blocksOf(row, conditions, hashes);
    const isDense = blocks.length > row.blocks * maxShare;
    const { after_id: afterId, last_id: lastId, messages } = row;
    return [{ covers, afterId, lastId, messages, blocks: isDense ? [] : blocks, isDense }];
  });
}

/** The numbers of the blocks that may have a text of each condition. */
function blocksOf({ blocks, slices }: Row, conditions: number[][][], hashes: number[]): number[] {
  const all = Array.from({ length: blocks }, (_, block) => block);
  if (slices === null) return all;
  const bits = Buffer.from(slices, "hex");
  const width = bits.length / hashes.length;
  const places = new Map(hashes.map((hash, place) => [hash, place * width]));
  const has = (hash: number, block: number) => {
    const byte = bits[(places.get(hash) ?? 0) + (block >> 3)] ?? 0;
    return ((byte >> (block & 7)) & 1) === 1;
  };
  return all.filter((block) =>
    conditions.every((texts) => texts.some((text) => text.every((hash) => has(hash, block)))),
  );
}

/** The first segments, as many as have not too many blocks. */
function firstOf(segments: Segment[]): Segment[] {
  let blocks = 0;
  return segments.filter((segment, place) => {
    blocks += segment.blocks.length;
    return place === 0 || blocks <= maxBlocks;
  });
}

type Starts = Map<string, [string, string | null]>;

/** Where each block begins, and the one after it; null if a segment has meanwhile been replaced by another one. */
async function readStarts(accountId: string, segments: Segment[]): Promise<Starts | null> {
  const asked = segments.flatMap(({ blocks, ...segment }) =>
    blocks.map((block) => ({ ...segment, block })),
  );
  if (asked.length === 0) return new Map();
  const listOf = (name: "afterId" | "lastId" | "messages" | "block") =>
    `{${asked.map((each) => each[name]).join(",")}}`;
  const rows = await db().execute<{
    last_id: string;
    block: number;
    from: string | null;
    next: string | null;
  }>(sql`
    with asked as (
      select * from unnest(${listOf("afterId")}::uuid[], ${listOf("lastId")}::uuid[], ${listOf("messages")}::int[],
        ${listOf("block")}::int[]) asked(after_id, last_id, messages, block)
    ), segment as materialized (
      -- With something appended, the list is read once a segment, and not again for each of its blocks.
      select after_id, last_id, messages, starts || '{}'::uuid[] as starts from ${textSegments}
      where account_id = ${accountId} and (after_id, last_id, messages) in (
        select after_id, last_id, messages from asked
      )
    )
    select last_id, block, starts[block + 1] as from, starts[block + 2] as next
    from asked join segment using (after_id, last_id, messages)`);
  const found = rows.filter(({ from }) => from !== null);
  if (found.length < asked.length) return null;
  return new Map(
    found.map(({ last_id, block, from, next }) => [`${last_id} ${block}`, [from ?? "", next]]),
  );
}
