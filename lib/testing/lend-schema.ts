import { runSql } from "./run-sql";

/**
 * Gives a database of an older release the columns and the tables that this release's statements name, for a test of rows
 * that only they can write. Returns the function that takes them back, before the migrations that add them.
 */
export async function lendSchema(url: string): Promise<() => Promise<void>> {
  await runSql(
    url,
    "alter table messages add body_storage text, add body_erased_at timestamptz(3), add metadata jsonb, add verification_id uuid",
  );
  await runSql(url, "create table suspensions (account_id uuid primary key)");
  await runSql(
    url,
    "create table message_callbacks (account_id uuid, message_id uuid, endpoint_id uuid)",
  );
  return async () => {
    await runSql(
      url,
      "alter table messages drop body_storage, drop body_erased_at, drop metadata, drop verification_id",
    );
    await runSql(url, "drop table suspensions, message_callbacks");
  };
}
