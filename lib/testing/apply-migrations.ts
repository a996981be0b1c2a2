import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { withConnection } from "../database/acquire-lock";
import { projectRoot } from "../database/project-root";

/** A migration, as the journal of them names it. */
interface Entry {
  tag: string;
}

/** Brings an empty database to those of this release's migrations that `choose` leaves, in their order. */
export async function applyMigrations(
  url: string,
  choose: (entries: Entry[]) => Entry[],
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "depesza-migrations-"));
  cpSync(join(projectRoot(), "drizzle/migrations"), folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8"));
  writeFileSync(path, JSON.stringify({ ...journal, entries: choose(journal.entries) }));
  await withConnection(url, (client) => migrate(drizzle(client), { migrationsFolder: folder }));
  rmSync(folder, { recursive: true });
}
