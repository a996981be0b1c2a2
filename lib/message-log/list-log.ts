import { and, asc, desc, eq, gt, lt } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { readInTurn } from "../core/read-in-turn";
import { viewMessages } from "../messages/view-messages";
import { filterMessages } from "./_filter-messages";
import { readLogQuery } from "./_read-log-query";
import type { LogPage, LogQuery } from "./log-contract";

const pageSize = 50;

/**
 * One page of an account's log, newest first: the newest, or the one before or after a message. Where fewer
 * than a page are newer, that is the first page, and it comes whole.
 */
export function listLog(accountId: string, query: LogQuery): Promise<LogPage> {
  return readInTurn(accountId, () => readPage(accountId, query));
}

async function readPage(accountId: string, query: LogQuery): Promise<LogPage> {
  const after = idOf(query.after);
  if (after !== undefined) {
    const rows = await read(accountId, query, { after });
    if (rows.length > pageSize) {
      const page = rows.slice(0, pageSize).toReversed();
      return { data: await viewMessages(accountId, page), has_newer: true, has_older: true };
    }
  }
  const before = after === undefined ? idOf(query.before) : undefined;
  const rows = await read(accountId, query, { before });
  return {
    data: await viewMessages(accountId, rows.slice(0, pageSize)),
    has_newer: before !== undefined,
    has_older: rows.length > pageSize,
  };
}

function read(
  accountId: string,
  query: LogQuery,
  { before, after }: { before?: string | undefined; after?: string },
) {
  return db()
    .select()
    .from(messages)
    .where(
      and(
        eq(messages.accountId, accountId),
        before === undefined ? undefined : lt(messages.id, before),
        after === undefined ? undefined : gt(messages.id, after),
        ...filterMessages(readLogQuery(query)),
      ),
    )
    .orderBy(after === undefined ? desc(messages.id) : asc(messages.id))
    .limit(pageSize + 1);
}

function idOf(messageId: string | undefined): string | undefined {
  return messageId === undefined ? undefined : parsePublicId("msg", messageId);
}
