import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { movementClauses } from "./_movement-clauses";

interface Charge {
  accountId: string;
  /** Names the movement on each message it pays for. */
  id: string;
  credits: number;
  /** What it pays for, where that is more than messages; shown in the ledger. */
  note?: string;
}

/**
 * The clauses that charge an active account inside a bigger statement, so that credits and what they buy
 * are one commit and one round trip. `moved` is empty when the account is suspended or cannot pay.
 */
export function chargeClauses({ accountId, id, credits, note }: Charge): SQL {
  // Locked all the same: of two requests with one key the second must find the first, not run into it.
  if (credits === 0) {
    return sql`moved as (
      select credits from ${accounts} where id = ${accountId} and status = 'active'
      for no key update
    )`;
  }
  return movementClauses(
    { accountId, id, kind: "charge", gain: -credits, against: "spent", note: note ?? null },
    sql`status = 'active' and credits >= ${credits}`,
  );
}
