import { type SQL, sql } from "drizzle-orm";
import { ledgerTotals, ledgerTransactions } from "@/drizzle/schema/credits";
import type { MovementKind } from "./contract";

/** What the ledger says of a movement, whoever's it is. */
export interface Recording {
  kind: MovementKind;
  against: "granted" | "paid" | "spent" | "refunded";
  note: string | null;
}

/**
 * The `with` clauses that write down each row of `moved` (account_id, id, gain, credits, movements): a ledger
 * transaction, and the total of its kind. `moved` has an account once; `accountId` is the account when it has only one.
 */
export function recordMovedClauses(
  { kind, against, note }: Recording,
  accountId = sql`account_id`,
): SQL {
  return sql`
    recorded as (
      insert into ${ledgerTransactions} (account_id, id, number, kind, gain, against, note, balance)
      select ${accountId}, id, movements, ${kind}, gain, ${against}, ${note}, credits from moved
    ), totalled as (
      insert into ${ledgerTotals} as kept (account_id, month, kind, credits)
      select ${accountId}, date_trunc('month', now(), 'UTC') at time zone 'UTC', ${kind}, gain
      from moved
      on conflict (account_id, month, kind) do update set credits = kept.credits + excluded.credits
    )`;
}
