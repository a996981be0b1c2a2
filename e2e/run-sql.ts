import pg from "pg";
import { databaseUrl } from "./server";

/** Runs a statement on the database of an installation's folder and returns its rows. */
export async function runSql(dataDir: string, text: string, values?: unknown[]) {
  const client = new pg.Client({ connectionString: databaseUrl(dataDir) });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text, values)).rows;
  } finally {
    await client.end();
  }
}
