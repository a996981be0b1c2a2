import { recordedPages } from "../activity/recorded-pages";
import { type Actor, demandPermission } from "../core/actor";
import type { Separator } from "../core/csv-line";
import { streamCsv } from "../core/stream-csv";
import type { OptOutView } from "./contract";
import { listOptOuts } from "./list-opt-outs";

const pageSize = 1000;

interface Wanted {
  actor: Actor;
  input: { separator?: Separator };
}

/**
 * All opt-outs as CSV (RFC 4180, UTF-8 with a byte order mark), newest first. The pages are read as the stream is.
 * Throws forbidden without `read_contacts`.
 */
export async function exportOptOuts({
  actor,
  input: { separator = "," },
}: Wanted): Promise<ReadableStream<Uint8Array>> {
  demandPermission(actor, "read_contacts");
  return streamCsv({
    heading: ["number", "sender", "reason", "source", "created_at"],
    pages: recordedPages({ actor, input: { file: "opt_outs", format: "csv" } }, pagesOf(actor)),
    toCells: (row) => [row.number, row.sender ?? "", row.reason, row.source, row.created_at],
    separator,
  });
}

async function* pagesOf(actor: Actor): AsyncGenerator<OptOutView[], undefined> {
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await listOptOuts({ actor, input: { limit: pageSize, cursor } });
    cursor = nextCursor ?? undefined;
    if (data.length > 0) yield data;
  } while (cursor !== undefined);
}
