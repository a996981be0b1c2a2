import { and, eq, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { readInTurn } from "../core/read-in-turn";
import { totalMessages } from "../traffic/total-messages";
import { filterMessages, type MessageFilter } from "./_filter-messages";
import { readLogQuery } from "./_read-log-query";
import type { LogCount, LogQuery } from "./log-contract";

/** Where messages have to be looked at one by one, counting ends here. */
const mostCounted = 10_000;

/**
 * How many messages the log's address asks for, whichever page it names: exact where the counters know such
 * messages, else up to 10,000, and whether there are more.
 */
export function countLog(accountId: string, query: LogQuery): Promise<LogCount> {
  const filter = readLogQuery(query);
  return readInTurn(accountId, () => count(accountId, filter));
}

async function count(accountId: string, filter: MessageFilter): Promise<LogCount> {
  const known = isCounted(filter) ? await totalMessages(accountId, filter) : null;
  if (known !== null) return { messages: known, has_more: false };
  const looked = db()
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), ...filterMessages(filter)))
    .limit(mostCounted + 1)
    .as("looked");
  const [row] = await db().select({ count: sql<number>`count(*)::int` }).from(looked);
  const found = row?.count ?? 0;
  return { messages: Math.min(found, mostCounted), has_more: found > mostCounted };
}

/** Whether nothing but state, kind and time is asked about. */
function isCounted({
  status: _,
  test: _test,
  since: _since,
  until: _until,
  ...rest
}: MessageFilter) {
  return Object.values(rest).every((value) => value === undefined);
}
