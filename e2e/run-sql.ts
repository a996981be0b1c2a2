import { runSql as runSqlAt } from "../lib/testing/run-sql";
import { databaseUrl } from "./server";

/** Runs a statement on the database of an installation's folder and returns its rows. */
export function runSql(
  dataDir: string,
  text: string,
  values?: unknown[],
): Promise<Record<string, unknown>[]> {
  return runSqlAt(databaseUrl(dataDir), text, values);
}
