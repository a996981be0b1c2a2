import { eq } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Separator } from "../core/csv-line";
import { echoedNames } from "../core/echoed-contract";
import { plainJson } from "../core/plain-text";
import { streamCsv } from "../core/stream-csv";
import { streamLines } from "../core/stream-lines";
import type { MessageView } from "../messages/contract";
import { viewMessages } from "../messages/view-messages";
import type { MessageFilter } from "./_filter-messages";
import { readLogQuery } from "./_read-log-query";
import { readPage } from "./_read-page";
import type { LogQuery } from "./log-contract";

const pageSize = 200;

const columns = [
  ...(["message_id", "status", "to", "from", "body", "segments", "encoding", "credits"] as const),
  ...(["created_at", "scheduled_at", "sent_at", "ended_at", "reason", "carrier"] as const),
  ...(["carrier_code", "operator", "source", "test"] as const),
  ...echoedNames,
  ...(["idempotency_key", "webhook_state"] as const),
] satisfies (keyof MessageView)[];

export type LogFormat = { as: "csv"; separator: Separator } | { as: "ndjson" };

/**
 * Every message the log's address asks for, newest first, whichever page it names: as CSV (RFC 4180, UTF-8
 * with a byte order mark, numbers with their plus) or as NDJSON in the words of the API. Read page by page
 * as it is taken, whatever its length.
 */
export function exportMessages(
  accountId: string,
  query: LogQuery,
  format: LogFormat,
): ReadableStream<Uint8Array> {
  const pages = pagesOf(accountId, readLogQuery(query));
  if (format.as === "ndjson") return streamLines({ pages, toLine: toJsonLine });
  return streamCsv({ heading: columns, pages, toCells, separator: format.separator });
}

async function* pagesOf(
  accountId: string,
  filter: MessageFilter,
): AsyncGenerator<MessageView[], undefined> {
  const whose = eq(messages.accountId, accountId);
  let before: string | undefined;
  do {
    const { rows, searchedTo } = await readPage({ whose, filter, before }, pageSize);
    before = rows.length === pageSize ? rows.at(-1)?.id : (searchedTo ?? undefined);
    if (rows.length > 0) yield await viewMessages(accountId, rows);
  } while (before !== undefined);
}

function toCells(message: MessageView): unknown[] {
  return columns.map((column) => (column === "to" ? `+${message.to}` : message[column]));
}

function toJsonLine(message: MessageView): string {
  return `${plainJson(message)}\n`;
}
