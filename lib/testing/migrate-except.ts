import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { withConnection } from "../database/acquire-lock";
import { projectRoot } from "../database/project-root";
import { runSql } from "./run-sql";

/**
 * Brings an empty database to this release but for the migration with that name, for a test of what it makes of rows that
 * only this release's code can write. Returns the function that applies it.
 */
export async function migrateExcept(url: string, name: string): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "depesza-migrations-"));
  cpSync(join(projectRoot(), "drizzle/migrations"), folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8"));
  const entries = journal.entries.filter((entry: { tag: string }) => entry.tag !== name);
  writeFileSync(path, JSON.stringify({ ...journal, entries }));
  await withConnection(url, (client) => migrate(drizzle(client), { migrationsFolder: folder }));
  const left = readFileSync(join(folder, `${name}.sql`), "utf8");
  rmSync(folder, { recursive: true });
  return async () => void (await runSql(url, left));
}
