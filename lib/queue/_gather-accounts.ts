import { sql } from "drizzle-orm";
import { db } from "../core/db";
import type { Work } from "./_work";

/** Reads all due rows for their accounts: each shard has a part of them, and all shards read at once. */
export async function gatherAccounts({
  table,
  open,
  due,
  unless = () => sql`false`,
}: Work): Promise<string[]> {
  const rows = await db().execute<{ account_id: string }>(sql`
    select distinct account_id from ${table} where ${open} and ${due} and not ${unless(sql`${table}.account_id`)} order by account_id`);
  return rows.map((row) => row.account_id);
}
