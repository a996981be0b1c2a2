import { type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { db } from "../core/db";

interface Work {
  table: PgTable;
  /** The predicate of a partial index on (account_id, …); it must repeat the index's words. */
  open: SQL;
  /** Which of those rows are due. */
  due: SQL;
  /** That index's columns after account_id: the order in which rows are looked for. */
  order: SQL;
}

/**
 * The accounts that have due rows. Walks the partial index from account to account (a loose index scan),
 * so the price follows the number of accounts with open rows, not the number of rows. Asking for rows in the
 * index's order keeps each look-up on that index, whatever the planner believes of the table (measured with
 * 200,000 waiting rows and stale statistics: 0.2 ms; with `exists` instead 204 ms).
 */
export async function accountsWithWork({ table, open, due, order }: Work): Promise<string[]> {
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
    where walk.account_id is not null`);
  return rows.map((row) => row.account_id);
}
