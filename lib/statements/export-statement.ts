import { recordedPages } from "../activity/recorded-pages";
import type { Actor } from "../core/actor";
import type { Separator } from "../core/csv-line";
import { streamCsv } from "../core/stream-csv";
import { streamPdf } from "../documents/stream-pdf";
import { csvLines } from "./_csv-lines";
import { statementContent } from "./_statement-content";
import { getStatement } from "./get-statement";

/** Further rows are one line each, so that the sum stays the ledger's. */
const maxRows = { csv: 5000, pdf: 300 } as const;

interface Wanted {
  actor: Actor;
  input: { month?: string; format: "csv" | "pdf"; separator?: Separator };
}

/**
 * The statement of a month as a file: CSV (RFC 4180, UTF-8 with a byte order mark) in English words, or PDF in the reader's
 * language. Throws not_found for a month without one, and forbidden without `read_credits`.
 */
export async function exportStatement({
  actor,
  input,
}: Wanted): Promise<ReadableStream<Uint8Array>> {
  const { month, format, separator = "," } = input;
  const statement = await getStatement({ actor, input: { month, maxRows: maxRows[format] } });
  const file = { actor, input: { file: "statement", format } };
  if (format === "pdf") {
    return streamPdf(recordedPages(file, pageOf([await statementContent(actor, statement)])));
  }
  return streamCsv({
    heading: ["type", "time", "name", "note", "messages", "credits", "balance"],
    pages: recordedPages(file, pageOf(csvLines(statement))),
    toCells: (line) => [...line],
    separator,
  });
}

async function* pageOf<Item>(items: Item[]): AsyncGenerator<Item[], undefined> {
  yield items;
}
