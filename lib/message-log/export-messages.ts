import { recordedPages } from "../activity/recorded-pages";
import { type Actor, demandPermission } from "../core/actor";
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

interface Wanted {
  actor: Actor;
  input: { query: LogQuery; format: LogFormat };
}

/**
 * All messages that match the filters of the log, newest first, whichever page the query names: as CSV (RFC 4180, UTF-8
 * with a byte order mark, numbers with their plus) or as NDJSON with the API's field names. The pages are read as the
 * stream is. Throws forbidden without `read_messages`.
 */
export function exportMessages({ actor, input }: Wanted): ReadableStream<Uint8Array> {
  demandPermission(actor, "read_messages");
  const { query, format } = input;
  const file = { file: "messages", format: format.as };
  const pages = recordedPages({ actor, input: file }, pagesOf(actor, readLogQuery(query)));
  if (format.as === "ndjson") return streamLines({ pages, toLine: toJsonLine });
  return streamCsv({ heading: columns, pages, toCells, separator: format.separator });
}

async function* pagesOf(
  actor: Actor,
  filter: MessageFilter,
): AsyncGenerator<MessageView[], undefined> {
  let before: string | undefined;
  do {
    const { rows, searchedTo } = await readPage({ actor, filter, before }, pageSize);
    before = rows.length === pageSize ? rows.at(-1)?.id : (searchedTo ?? undefined);
    if (rows.length > 0) yield await viewMessages(actor.accountId, rows);
  } while (before !== undefined);
}

function toCells(message: MessageView): unknown[] {
  return columns.map((column) => {
    if (column === "to") return `+${message.to}`;
    if (column === "metadata") return message.metadata && JSON.stringify(message.metadata);
    return message[column];
  });
}

function toJsonLine(message: MessageView): string {
  return `${plainJson(message)}\n`;
}
