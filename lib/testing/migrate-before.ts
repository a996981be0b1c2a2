import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import { withConnection } from "../database/acquire-lock";
import { projectRoot } from "../database/project-root";

/** Brings an empty database to the release before the first migration whose name matches. */
export async function migrateBefore(url: string, name: RegExp): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "depesza-migrations-"));
  cpSync(join(projectRoot(), "drizzle/migrations"), folder, { recursive: true });
  const path = join(folder, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(path, "utf8"));
  const end = journal.entries.findIndex((entry: { tag: string }) => name.test(entry.tag));
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  await withConnection(url, (client) => migrate(drizzle(client), { migrationsFolder: folder }));
  rmSync(folder, { recursive: true });
}
