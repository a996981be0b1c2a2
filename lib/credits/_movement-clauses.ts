import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { type Recording, recordMovedClauses } from "./_record-moved-clauses";

export interface Movement extends Recording {
  accountId: string;
  id: string;
  /** Credits the customer gains; negative for credits spent or taken back. */
  gain: number;
}

/**
 * The `with` clauses of one ledger transaction: the cached balance, the transaction, and
 * the total of its kind, all or nothing. `moved` has one row with the new balance, or none if the account fails
 * the guard. The update locks the account's row, so numbers and balances follow each other without a gap.
 */
export function movementClauses(movement: Movement, guard: SQL = sql`true`): SQL {
  const { accountId, id, gain } = movement;
  return sql`
    moved as (
      update ${accounts} set credits = credits + ${gain}, movements = movements + 1
      where id = ${accountId} and ${guard}
      returning id as account_id, ${id}::uuid as id, ${gain}::bigint as gain, credits, movements, owed
    ), ${recordMovedClauses(movement, sql`${accountId}::uuid`)}`;
}
