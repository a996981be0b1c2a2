import { type SQL, sql } from "drizzle-orm";
import { optOuts } from "@/drizzle/schema/inbound";

/**
 * The clause `opted_out` (account_id) of a statement that has `wanted` (account_id), an account once, and `row`
 * (account_id, recipient, sender): the accounts with a row whose recipient wants none of its sender. For an account that
 * nobody opted out of it reads one index entry, whatever the number of its rows. `accountId` is the account when there is
 * only one.
 */
export function optedOutAccountsClause(accountId?: SQL): SQL {
  // Each look-up by itself and with a limit, so that no plan reads the whole table.
  return sql`asked as materialized (
      select account_id from wanted
      where (select true from ${optOuts} o where o.account_id = ${accountId ?? sql`wanted.account_id`} limit 1)
    ), opted_out as (
      select account_id from row
      where case when account_id in (select account_id from asked) then (
        select true from ${optOuts} o where o.account_id = ${accountId ?? sql`row.account_id`}
          and o.recipient = row.recipient and (o.sender = '' or lower(o.sender) = lower(row.sender)) limit 1
      ) end
    )`;
}
