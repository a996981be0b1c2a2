import { type SQL, sql } from "drizzle-orm";
import { suspensions } from "@/drizzle/schema/accounts";

/**
 * The condition that the account of an ID is suspended: nothing of it is offered to a carrier. Few are, so this reads a
 * small table and not that of accounts, which is full of former versions of its rows.
 */
export function isSuspended(accountId: SQL): SQL {
  return sql`exists (select 1 from ${suspensions} held where held.account_id = ${accountId})`;
}
