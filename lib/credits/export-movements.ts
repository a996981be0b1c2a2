import { csvLine } from "../core/csv-line";
import type { MovementQuery } from "./contract";
import { type CreditMovement, listMovements } from "./list-movements";

const pageSize = 500;
const heading = ["number", "time", "kind", "credits", "balance", "note"];

/**
 * An account's ledger as CSV (RFC 4180, UTF-8 with a byte order mark), newest first, with the filters of
 * the page. Read page by page as it is taken, whatever its length.
 */
export function exportMovements(
  accountId: string,
  query: MovementQuery,
): ReadableStream<Uint8Array> {
  const pages = pagesOf(accountId, query);
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(`\uFEFF${csvLine(heading)}`)),
    async pull(controller) {
      const { value, done } = await pages.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await pages.return(undefined);
    },
  });
}

async function* pagesOf(
  accountId: string,
  query: MovementQuery,
): AsyncGenerator<string, undefined, undefined> {
  let before = query.before;
  do {
    const { movements, next } = await listMovements(accountId, { ...query, before }, pageSize);
    before = next ?? undefined;
    if (movements.length > 0) yield movements.map(toLine).join("");
  } while (before !== undefined);
}

function toLine({ number, at, kind, amount, balance, note }: CreditMovement): string {
  return csvLine([number, at, kind, amount, balance, note]);
}
