import { sql } from "drizzle-orm";
import { db } from "../core/db";

/** Fewer rows are read fast whatever the plan. */
const minRows = 5000;

/**
 * Has the planner learn of tables that have grown and that it knows nothing about. PostgreSQL does so by itself within a
 * minute; until then it takes an account for a small part of a table that is all the account's.
 */
export async function gatherStatistics(): Promise<void> {
  const unknown = await db().execute<{ name: string }>(sql`
    select format('%I.%I', schemaname, relname) as name from pg_stat_user_tables
    where last_analyze is null and last_autoanalyze is null and n_live_tup >= ${minRows}
      and schemaname = any(current_schemas(false))`);
  for (const { name } of unknown) {
    // Whoever has it locked is changing it, or looking already.
    await db().execute(sql.raw(`analyze (skip_locked) ${name}`));
  }
}
