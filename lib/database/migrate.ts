import { readFileSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate as applyMigrations } from "drizzle-orm/node-postgres/migrator";
import type pg from "pg";
import { z } from "zod";
import { AppError } from "../core/errors";
import { operatorSentence } from "../core/operator-sentence";
import { askRow, withConnection, withLock } from "./acquire-lock";
import { awaitOthersGone } from "./await-others-gone";
import { projectRoot } from "./project-root";

const Journal = z.object({
  entries: z.array(z.object({ when: z.number(), tag: z.string() })).min(1),
});

/**
 * Brings the schema up to this build's migrations; processes that start together take turns. `onMigrating` is called before
 * anything changes. Throws unavailable when a newer version has migrated the database, or an older one is running on it.
 */
export async function migrate(url: string, onMigrating?: () => void): Promise<void> {
  const folder = join(projectRoot(), "drizzle/migrations");
  const journal = Journal.parse(
    JSON.parse(readFileSync(join(folder, "meta/_journal.json"), "utf8")),
  );
  const newest = Math.max(...journal.entries.map((entry) => entry.when));
  const needsNothing = (applied: number) => {
    if (applied > newest) throw tooNew();
    return applied === newest;
  };
  if (needsNothing(await withConnection(url, newestApplied))) return;
  await withLock(url, "migration", async (client) => {
    const applied = await newestApplied(client);
    if (needsNothing(applied)) return;
    if (applied > 0) await awaitOthersGone(client);
    onMigrating?.();
    await applyMigrations(drizzle(client), { migrationsFolder: folder });
  });
}

function tooNew(): AppError {
  return new AppError(
    "unavailable",
    operatorSentence(
      "The database was migrated by a newer version of Depesza; start that version, or restore a backup from before it.",
    ),
  );
}

async function newestApplied(client: pg.Client): Promise<number> {
  const table = await askRow(
    client,
    "select to_regclass('drizzle.__drizzle_migrations') is not null as exists",
  );
  if (!table?.["exists"]) return 0;
  const row = await askRow(
    client,
    "select coalesce(max(created_at), 0) as newest from drizzle.__drizzle_migrations",
  );
  return Number(row?.["newest"]);
}
