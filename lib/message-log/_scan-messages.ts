import { and, asc, desc, gt, lt, type SQL, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { readDb, type Tx } from "../core/db";
import { filterMessages, type MessageFilter } from "./_filter-messages";

/** How many messages one statement reads, and how many such statements a list or a count makes. */
export interface ScanBound {
  rows: number;
  stretches: number;
}

const defaultBound: ScanBound = { rows: 20_000, stretches: 10 };

export interface Scan {
  /** Whose messages; an index must have them in the order of their IDs. */
  whose: SQL | undefined;
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

/**
 * Reads an account's messages 20,000 at a time until `read` says that it has enough, at most 200,000. However large the
 * log is, no statement takes long. Returns the ID it came to; null if it has enough or nothing is left.
 */
export async function scanMessages(
  scan: Scan,
  read: (stretch: Stretch) => Promise<boolean>,
  bound: ScanBound = defaultBound,
): Promise<string | null> {
  let { before, after } = scan;
  let end: string | null = null;
  for (let stretch = 0; stretch < bound.stretches; stretch += 1) {
    const next = await readStretch({ ...scan, before, after, limit: bound.rows }, read);
    if (next === null) return null;
    end = next;
    if (after === undefined) before = end;
    else after = end;
  }
  return end;
}

async function readStretch(
  scan: Scan & { limit: number },
  read: (stretch: Stretch) => Promise<boolean>,
): Promise<string | null> {
  const { byIndex, byRow } = filterMessages(scan.filter);
  let isEnough: boolean | undefined;
  return readDb().transaction(async (tx) => {
    // An account that has just grown looks tiny to the planner, which then reads and sorts all of it for one page.
    await tx.execute(sql`set local enable_sort = off`);
    const order = scan.after === undefined ? desc(messages.id) : asc(messages.id);
    const inRange = and(scan.whose, ...rangeOf(scan), ...byIndex);
    const rows = rowsOf(tx, { inRange, order, limit: scan.limit });
    // The transaction may run again, and what has been read is kept already.
    isEnough ??= await read({ tx, rows, matching: and(...byRow) });
    if (isEnough) return null;
    const [end] = await tx
      .select({ id: messages.id })
      .from(messages)
      .where(inRange)
      .orderBy(order)
      .offset(scan.limit - 1)
      .limit(1);
    return end?.id ?? null;
  });
}

function rangeOf({ before, after }: Scan): (SQL | undefined)[] {
  return [
    before === undefined ? undefined : lt(messages.id, before),
    after === undefined ? undefined : gt(messages.id, after),
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
