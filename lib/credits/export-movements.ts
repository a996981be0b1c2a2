import type { Separator } from "../core/csv-line";
import { publicId } from "../core/ids";
import { streamCsv } from "../core/stream-csv";
import type { MovementQuery } from "./contract";
import { type CreditMovement, listMovements } from "./list-movements";

const pageSize = 200;
const heading = ["number", "time", "kind", "credits", "balance", "note", "payment"];

/**
 * An account's ledger as CSV (RFC 4180, UTF-8 with a byte order mark), newest first, with the filters of
 * the page. Read page by page as it is taken, whatever its length.
 */
export function exportMovements(
  accountId: string,
  query: MovementQuery,
  separator: Separator = ",",
): ReadableStream<Uint8Array> {
  return streamCsv({ heading, pages: pagesOf(accountId, query), toCells, separator });
}

async function* pagesOf(
  accountId: string,
  query: MovementQuery,
): AsyncGenerator<CreditMovement[], undefined> {
  let before = query.before;
  do {
    const { movements, next } = await listMovements(accountId, { ...query, before }, pageSize);
    before = next ?? undefined;
    if (movements.length > 0) yield movements;
  } while (before !== undefined);
}

/** A purchase has the number of its payment, by which it is found on the bill. */
function toCells({ id, number, at, kind, amount, balance, note }: CreditMovement): unknown[] {
  return [number, at, kind, amount, balance, note, kind === "topup" ? publicId("pay", id) : null];
}
