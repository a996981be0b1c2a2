import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { ledgerEntries, ledgerTotals, ledgerTransactions } from "@/drizzle/schema/credits";
import type { MovementKind } from "./contract";

export interface Movement {
  accountId: string;
  id: string;
  kind: MovementKind;
  /** Credits the customer gains; negative for credits spent or taken back. */
  gain: number;
  against: "granted" | "paid" | "spent" | "refunded";
  note: string | null;
}

/**
 * The `with` clauses of one ledger transaction: the cached balance, the transaction with its two entries, and
 * the total of its kind, all or nothing. `moved` has one row with the new balance, or none if the account fails
 * the guard. The update locks the account's row, so numbers and balances follow each other without a gap.
 */
export function movementClauses(movement: Movement, guard: SQL = sql`true`): SQL {
  const { accountId, id, kind, gain, against, note } = movement;
  return sql`
    moved as (
      update ${accounts} set credits = credits + ${gain}, movements = movements + 1
      where id = ${accountId} and ${guard} returning credits, movements, owed
    ), recorded as (
      insert into ${ledgerTransactions} (account_id, id, number, kind, note, balance)
      select ${accountId}, ${id}, movements, ${kind}, ${note}, credits from moved
    ), legs as (
      insert into ${ledgerEntries} (account_id, transaction_id, ledger, amount)
      select ${accountId}, ${id}, leg.ledger, leg.amount
      from moved, (values ('customer', ${gain}::bigint), (${against}, -(${gain}::bigint)))
        as leg(ledger, amount)
    ), totalled as (
      insert into ${ledgerTotals} as kept (account_id, month, kind, credits)
      select ${accountId}, date_trunc('month', now(), 'UTC') at time zone 'UTC', ${kind}, ${gain}::bigint
      from moved
      on conflict (account_id, month, kind) do update set credits = kept.credits + excluded.credits
    )`;
}
