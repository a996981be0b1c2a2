import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../database/migrate";
import { openEmbedded } from "../database/open-embedded";
import { pattern } from "./create-database";
import { runSql } from "./run-sql";

/** Vitest's global set-up: one real, migrated PostgreSQL for all test files, gone when they are done. */
export async function setup(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "depesza-test-"));
  const database = await openEmbedded({
    dataDir,
    password: "only-for-this-test-run",
    purpose: "serve",
    settings: ["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
  });
  await migrate(database.url);
  await makePattern(database.url);
  process.env["DATABASE_URL"] = database.url;
  process.env["DATA_DIR"] = dataDir;
  process.env["LOG_LEVEL"] = "silent";
  return async () => {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

async function makePattern(shared: string): Promise<void> {
  await runSql(shared, `create database ${pattern}`);
  const url = new URL(shared);
  url.pathname = pattern;
  await migrate(url.href);
}
