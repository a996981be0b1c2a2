import { closeDatabase, useEmbeddedDatabase } from "../core/db";
import { env } from "../core/env";
import { secrets } from "../core/secrets";
import { checkExternal } from "./check-external";
import { type EmbeddedOpening, type OpenDatabase, openEmbedded } from "./open-embedded";

/**
 * Opens the database this process works on: the one of DATABASE_URL, else the embedded one in DATA_DIR.
 * `close` ends the pool and, when this process owns it, PostgreSQL.
 */
export async function openDatabase(
  opening: Pick<EmbeddedOpening, "purpose" | "onLost">,
): Promise<OpenDatabase> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) {
    await checkExternal(DATABASE_URL);
    return { url: DATABASE_URL, close: closeDatabase };
  }
  const embedded = await openEmbedded({
    ...opening,
    dataDir: DATA_DIR,
    password: secrets().database,
  });
  useEmbeddedDatabase(embedded.url);
  async function close() {
    await closeDatabase();
    await embedded.close();
  }
  return { url: embedded.url, close };
}
