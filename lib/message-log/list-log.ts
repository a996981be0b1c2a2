import { eq } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { parsePublicId, publicId } from "../core/ids";
import { readInTurn } from "../core/limits/read-in-turn";
import { viewMessages } from "../messages/view-messages";
import { readLogQuery } from "./_read-log-query";
import { readPage } from "./_read-page";
import type { LogPage, LogQuery } from "./log-contract";

const pageSize = 50;

/**
 * One page of an account's log, newest first: the newest, or the one before or after a message. Where fewer
 * than a page are newer, that is the first page, and it comes whole.
 */
export function listLog(accountId: string, query: LogQuery): Promise<LogPage> {
  return readInTurn(accountId, () => read(accountId, query));
}

async function read(accountId: string, query: LogQuery): Promise<LogPage> {
  const scan = { whose: eq(messages.accountId, accountId), filter: readLogQuery(query) };
  const after = idOf(query.after);
  if (after !== undefined) {
    const { rows } = await readPage({ ...scan, after }, pageSize + 1);
    if (rows.length > pageSize) {
      const data = await viewMessages(accountId, rows.slice(0, pageSize).toReversed());
      return { data, has_newer: true, has_older: true, searched_to: null };
    }
  }
  const before = after === undefined ? idOf(query.before) : undefined;
  const { rows, searchedTo } = await readPage({ ...scan, before }, pageSize + 1);
  return {
    data: await viewMessages(accountId, rows.slice(0, pageSize)),
    has_newer: before !== undefined,
    has_older: rows.length > pageSize || searchedTo !== null,
    searched_to: searchedTo && publicId("msg", searchedTo),
  };
}

function idOf(messageId: string | undefined): string | undefined {
  return messageId === undefined ? undefined : parsePublicId("msg", messageId);
}
