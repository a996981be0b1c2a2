import { closeDatabase } from "../core/db";
import { createDatabase } from "./create-database";

/**
 * Gives a test file a database, and settings, of its own: for tests of what workers do, since every worker
 * on a shared database takes part. Call it before anything reads a setting; the result drops it again.
 */
export async function useOwnDatabase(
  settings: Record<string, string> = {},
): Promise<() => Promise<void>> {
  const { url, drop } = await createDatabase();
  Object.assign(process.env, { ...settings, DATABASE_URL: url });
  return async () => {
    await closeDatabase();
    await drop();
  };
}
