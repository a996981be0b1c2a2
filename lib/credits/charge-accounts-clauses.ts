import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { recordMovedClauses } from "./_record-moved-clauses";

/**
 * The clauses that charge several accounts inside a bigger statement, each in a ledger transaction of its own. They read
 * `charge` (account_id, charge_id, credits), an account once; a charge of nothing is none. The statement has locked the
 * accounts, in the order of their IDs, and found them active and able to pay. `accountId` is the account when there is only
 * one.
 */
export function chargeAccountsClauses(accountId?: SQL): SQL {
  // No condition on the balance: it would be that of before the lock. The table's check refuses a negative one.
  return sql`
    moved as (
      update ${accounts} a set credits = a.credits - charge.credits, movements = a.movements + 1
      from charge
      where a.id = ${accountId ?? sql`charge.account_id`} and charge.credits > 0
      returning a.id as account_id, charge.charge_id as id, -charge.credits as gain, a.credits, a.movements
    ), ${recordMovedClauses({ kind: "charge", against: "spent", note: null }, accountId)}`;
}
