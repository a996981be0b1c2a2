import { runSql } from "./run-sql";

/**
 * Gives a database of an older release the columns that this release's statements write, for a test of rows that only they
 * can write. Returns the function that takes the columns back, before the migration that adds them.
 */
export async function lendColumns(url: string): Promise<() => Promise<void>> {
  await runSql(
    url,
    "alter table messages add body_storage text, add body_erased_at timestamptz(3)",
  );
  return async () => {
    await runSql(url, "alter table messages drop body_storage, drop body_erased_at");
  };
}
