import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../database/project-root";
import { applyMigrations } from "./apply-migrations";
import { runSql } from "./run-sql";

/**
 * Brings an empty database to this release but for the migration with that name, for a test of what it makes of rows that
 * only this release's code can write. Returns the function that applies it.
 */
export async function migrateExcept(url: string, name: string): Promise<() => Promise<void>> {
  await applyMigrations(url, (entries) => entries.filter(({ tag }) => tag !== name));
  const left = readFileSync(join(projectRoot(), "drizzle/migrations", `${name}.sql`), "utf8");
  return async () => void (await runSql(url, left));
}
