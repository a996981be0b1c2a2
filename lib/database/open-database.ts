import { closeDatabase, directDatabaseUrl, useEmbeddedDatabase } from "../core/db";
import { env } from "../core/env";
import { secrets } from "../core/secrets";
import { checkExternal } from "./check-external";
import { type EmbeddedOpening, type OpenDatabase, openEmbedded } from "./open-embedded";

/**
 * Opens the database this process works on: the one of DATABASE_URL, else the embedded one in DATA_DIR.
 * `url` leads to it without a pooler; `close` ends the pool and, when this process owns it, PostgreSQL.
 */
export async function openDatabase(
  opening: Pick<EmbeddedOpening, "purpose" | "onLost" | "settings">,
): Promise<OpenDatabase> {
  const { DATABASE_URL, DATABASE_DIRECT_URL, DATA_DIR } = env();
  if (DATABASE_URL) {
    await checkExternal(DATABASE_URL);
    if (DATABASE_DIRECT_URL) await checkExternal(DATABASE_DIRECT_URL, "DATABASE_DIRECT_URL");
    return { url: directDatabaseUrl(), close: closeDatabase };
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
