import { recordedPages } from "../activity/recorded-pages";
import { type Actor, demandPermission } from "../core/actor";
import type { Separator } from "../core/csv-line";
import { publicId } from "../core/ids";
import { streamCsv } from "../core/stream-csv";
import type { MovementQuery } from "./contract";
import { type CreditMovement, listMovements } from "./list-movements";

const pageSize = 200;
const heading = [
  ...["number", "time", "kind", "credits", "balance", "note", "payment"],
  ...["net", "currency"],
];

type Values = Map<string, { micros: number; currency: string }>;

interface Wanted {
  actor: Actor;
  input: { query: MovementQuery; separator?: Separator };
  /** What transactions are worth, by their IDs. */
  worthOf: (movements: CreditMovement[]) => Promise<Values>;
}

interface Row {
  movement: CreditMovement;
  value: { micros: number; currency: string } | undefined;
}

/**
 * An account's ledger as CSV (RFC 4180, UTF-8 with a byte order mark), newest first, with the filters of
 * the page. The pages are read as the stream is. Throws forbidden without `read_credits`.
 */
export function exportMovements(wanted: Wanted): ReadableStream<Uint8Array> {
  demandPermission(wanted.actor, "read_credits");
  const { separator = "," } = wanted.input;
  const { actor } = wanted;
  const file = { file: "credits", format: "csv" } as const;
  const pages = recordedPages({ actor, input: file }, pagesOf(wanted));
  return streamCsv({ heading, pages, toCells, separator });
}

async function* pagesOf({ actor, input, worthOf }: Wanted): AsyncGenerator<Row[], undefined> {
  const { query } = input;
  let before = query.before;
  do {
    const { movements, next } = await listMovements({
      actor,
      input: { query: { ...query, before }, limit: pageSize },
    });
    before = next ?? undefined;
    const values = await worthOf(movements);
    const rows = movements.map((movement) => ({ movement, value: values.get(movement.id) }));
    if (rows.length > 0) yield rows;
  } while (before !== undefined);
}

/** A purchase has the number of its payment, by which it is found on the bill. */
function toCells({ movement, value }: Row): unknown[] {
  const { id, number, at, kind, amount, balance, note } = movement;
  const payment = kind === "topup" ? publicId("pay", id) : null;
  const net = value && value.micros / 1_000_000;
  return [number, at, kind, amount, balance, note, payment, net, value?.currency];
}
