import { runSql } from "./run-sql";

/**
 * Gives a database of an older release what this release's statements name, for a test of rows that only they can write.
 * Returns the function that takes it back, before the migrations that add it.
 */
export async function lendSchema(url: string): Promise<() => Promise<void>> {
  await runSql(url, "create table suspensions (account_id uuid primary key)");
  return async () => {
    await runSql(url, "drop table suspensions");
  };
}
