import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { mintAccount } from "../testing/mint-account";
import { runSql } from "../testing/run-sql";
import { useOwnDatabase } from "../testing/use-own-database";
import { backupKeeper } from "./backup-keeper";
import { isBackupName } from "./backup-names";
import { lastBackup } from "./last-backup";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "depesza-keeper-"));
const kept = join(folder, "kept");
let drop: () => Promise<void>;

beforeAll(async () => {
  const settings = { BACKUP_DIR: kept, BACKUP_EVERY: "24", BACKUP_KEEP: "2" };
  drop = await useOwnDatabase({ ...settings, DATA_DIR: join(folder, "home") });
  await mintAccount();
});
afterAll(async () => {
  await drop();
  rmSync(folder, { recursive: true, force: true });
});

const sql = (text: string) =>
  runSql<{ failure: string | null }>(process.env["DATABASE_URL"] ?? "", text);
const names = () => readdirSync(kept).filter(isBackupName).sort();
/** As if a time had passed since every attempt. */
const age = (interval: string) =>
  sql(`update backups set started_at = started_at - interval '${interval}'`);

test("a backup is made when one is due, and no second one before its time", async () => {
  expect(await lastBackup()).toEqual({ state: "late", last: null, failure: null });
  await backupKeeper().work();
  await Promise.all([backupKeeper().work(), backupKeeper().work()]);
  expect(names()).toHaveLength(1);
  const { state, last, failure } = await lastBackup();
  expect({ state, file: last?.file, failure }).toEqual({
    ...{ state: "ok", file: names()[0], failure: null },
  });
  expect(last?.bytes).toBeGreaterThan(1000);
});

test("the newest stay, older ones go, and nothing else in the folder does", async () => {
  for (const name of ["depesza-20200101T000000Z.tar", "depesza-20200102T000000Z.tar", "mine.tar"]) {
    writeFileSync(join(kept, name), "old");
  }
  const [newest] = names().slice(-1);
  await age("25 hours");
  await backupKeeper().work();
  expect(names()).toHaveLength(2);
  expect(names()).toContain(newest);
  expect(readdirSync(kept)).toContain("mine.tar");
});

test("one that fails is recorded with its sentence, tried again later, and no file is taken for it", async () => {
  const before = names();
  rmSync(kept, { recursive: true });
  // Where the folder was there is a file now.
  writeFileSync(kept, "");
  await age("25 hours");
  await backupKeeper().work();
  await backupKeeper().work();
  const { failure, last } = await lastBackup();
  expect(failure?.sentence).toMatch(/backup/);
  expect(last?.file).toBe(before.at(-1));
  expect(await sql("select failure from backups where failure is not null")).toHaveLength(1);
  rmSync(kept);
  await age("16 minutes");
  await backupKeeper().work();
  expect(names()).toHaveLength(1);
  expect((await lastBackup()).failure).toBeNull();
});
