import { and, eq, type SQL, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { readInTurn } from "../core/read-in-turn";
import { totalByStatus } from "../traffic/total-by-status";
import { filterMessages, type MessageFilter } from "./_filter-messages";
import { readLogQuery } from "./_read-log-query";
import type { LogCount, LogQuery } from "./log-contract";

/** Where messages have to be read one by one, counting stops here. */
const maxCounted = 10_000;

type StatusCounts = LogCount["by_status"];

/**
 * How many messages match the filters of the log, whichever page the address names, and how many of each status match
 * the other filters. Exact if the counters know such messages; otherwise up to 10,000, and whether there are more.
 */
export function countLog(accountId: string, query: LogQuery): Promise<LogCount> {
  const filter = readLogQuery(query);
  return readInTurn(accountId, () => count(accountId, filter));
}

async function count(accountId: string, filter: MessageFilter): Promise<LogCount> {
  const { status, ...others } = filter;
  const known = isCounted(others) ? await totalByStatus(accountId, others) : null;
  if (known) {
    const messages = total(narrowed(known, status));
    return { messages, has_more: false, by_status: known, has_more_by_status: false };
  }
  const found = await scan(accountId, others);
  const isCut = total(found) > maxCounted;
  const counts = isCut && status ? await scan(accountId, filter) : found;
  const matching = total(narrowed(counts, status));
  return {
    messages: Math.min(matching, maxCounted),
    has_more: matching > maxCounted,
    by_status: found,
    has_more_by_status: isCut,
  };
}

async function scan(accountId: string, filter: MessageFilter): Promise<StatusCounts> {
  const found = db()
    .select({ status: messages.status })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), ...filterMessages(filter)))
    .limit(maxCounted + 1)
    .as("found");
  const count: SQL<number> = sql`count(*)::int`;
  const rows = await db().select({ status: found.status, count }).from(found).groupBy(found.status);
  return Object.fromEntries(rows.map((row) => [row.status, row.count]));
}

function narrowed(counts: StatusCounts, status: MessageFilter["status"]): StatusCounts {
  if (!status) return counts;
  return Object.fromEntries(status.map((each) => [each, counts[each] ?? 0]));
}

function total(counts: StatusCounts): number {
  return Object.values(counts).reduce((sum, each) => sum + each, 0);
}

/** Whether nothing but mode and time is asked about. */
function isCounted({ test: _, since: _since, until: _until, ...rest }: MessageFilter): boolean {
  return Object.values(rest).every((value) => value === undefined);
}
