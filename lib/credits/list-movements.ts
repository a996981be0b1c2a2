import { and, desc, eq, gte, lt, or, type SQL } from "drizzle-orm";
import { ledgerTransactions } from "@/drizzle/schema/credits";
import { type Actor, demandPermission } from "../core/actor";
import { readDb } from "../core/db";
import { clockDriftMs, firstIdAt } from "../core/ids";
import { readInTurn } from "../core/limits/read-in-turn";
import { dayStart, laterDay } from "../core/time-zone";
import type { MovementKind, MovementQuery } from "./contract";

export interface CreditMovement {
  id: string;
  /** Its place in the account's order, from 1. */
  number: number;
  kind: MovementKind;
  note: string | null;
  /** Credits gained; negative when they were spent. */
  amount: number;
  /** The account's credits after it. */
  balance: number;
  at: Date;
}

interface Wanted {
  actor: Actor;
  input: { query: MovementQuery; limit: number };
}

/**
 * Ledger transactions that match the filters, newest first; `next` is the next page's `before`. Throws forbidden without
 * the permission `read_credits`.
 */
export async function listMovements({ actor, input }: Wanted): Promise<{
  movements: CreditMovement[];
  next: number | null;
}> {
  demandPermission(actor, "read_credits");
  const { accountId } = actor;
  const { query, limit } = input;
  const rows = await readInTurn(accountId, () =>
    readDb()
      .select({
        id: ledgerTransactions.id,
        number: ledgerTransactions.number,
        kind: ledgerTransactions.kind,
        note: ledgerTransactions.note,
        amount: ledgerTransactions.gain,
        balance: ledgerTransactions.balance,
        at: ledgerTransactions.createdAt,
      })
      .from(ledgerTransactions)
      .where(and(eq(ledgerTransactions.accountId, accountId), ...filters(query)))
      .orderBy(desc(ledgerTransactions.number))
      .limit(limit + 1),
  );
  const movements = rows.slice(0, limit);
  const last = rows.length > limit ? movements.at(-1) : undefined;
  return { movements, next: last?.number ?? null };
}

function filters({ kind, since, until, zone = "UTC", before }: MovementQuery): (SQL | undefined)[] {
  return [
    kind && eq(ledgerTransactions.kind, kind),
    since === undefined ? undefined : madeSince(dayStart(since, zone).getTime()),
    until === undefined ? undefined : madeBefore(dayStart(laterDay(until, 1), zone).getTime()),
    before === undefined ? undefined : lt(ledgerTransactions.number, before),
  ];
}

/**
 * The bound on the ID only skips rows that are out of range. A purchase has the ID of its checkout, which may have
 * been opened days before it was paid.
 */
function madeSince(ms: number): SQL | undefined {
  return and(
    gte(ledgerTransactions.createdAt, new Date(ms)),
    or(
      gte(ledgerTransactions.id, firstIdAt(ms - clockDriftMs)),
      eq(ledgerTransactions.kind, "topup"),
    ),
  );
}

function madeBefore(ms: number): SQL | undefined {
  return and(
    lt(ledgerTransactions.createdAt, new Date(ms)),
    lt(ledgerTransactions.id, firstIdAt(ms + clockDriftMs)),
  );
}
