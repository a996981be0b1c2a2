import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { ledgerEntries, ledgerTransactions } from "@/drizzle/schema/credits";

export interface Movement {
  accountId: string;
  id: string;
  kind: "grant" | "topup" | "charge" | "refund";
  /** Credits the customer gains; negative when they pay. */
  gain: number;
  against: "granted" | "paid" | "spent" | "refunded";
  note: string | null;
}

/**
 * The clauses of one movement for a `with`: the cached balance and the ledger's two legs, together or
 * not at all. `moved` has one row with the new balance, or none when the account fails the guard. The
 * account's row is locked from its update on, so numbers and balances follow each other without a gap.
 */
export function movementClauses(movement: Movement, guard: SQL = sql`true`): SQL {
  const { accountId, id, kind, gain, against, note } = movement;
  return sql`
    moved as (
      update ${accounts} set credits = credits + ${gain}, movements = movements + 1
      where id = ${accountId} and ${guard} returning credits, movements
    ), recorded as (
      insert into ${ledgerTransactions} (account_id, id, number, kind, note, balance)
      select ${accountId}, ${id}, movements, ${kind}, ${note}, credits from moved
    ), legs as (
      insert into ${ledgerEntries} (account_id, transaction_id, ledger, amount)
      select ${accountId}, ${id}, leg.ledger, leg.amount
      from moved, (values ('customer', ${gain}::bigint), (${against}, -(${gain}::bigint)))
        as leg(ledger, amount)
    )`;
}
