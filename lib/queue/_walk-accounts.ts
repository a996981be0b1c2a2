import { sql } from "drizzle-orm";
import { db } from "../core/db";
import type { Work } from "./_work";

/**
 * Walks the partial index from account to account (a loose index scan), so the price follows the number of accounts with
 * open rows, not the number of rows. Asking for rows in the index's order keeps each look-up on that index, whatever the
 * planner believes of the table.
 */
export async function walkAccounts({
  table,
  open,
  due,
  order,
  unless = () => sql`false`,
}: Work): Promise<string[]> {
  const rows = await db().execute<{ account_id: string }>(sql`
    with recursive walk as (
      (select account_id from ${table} where ${open} order by account_id, ${order} limit 1)
      union all
      select (
        select account_id from ${table}
        where ${open} and account_id > walk.account_id order by account_id, ${order} limit 1
      ) from walk where walk.account_id is not null
    )
    select walk.account_id from walk
    cross join lateral (
      select 1 from ${table} where ${open} and account_id = walk.account_id and ${due}
      order by ${order} limit 1
    ) as first_due
    where walk.account_id is not null and not ${unless(sql`walk.account_id`)}`);
  return rows.map((row) => row.account_id);
}
