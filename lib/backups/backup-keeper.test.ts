import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listKeptMails } from "../mail/list-kept-mails";
import { mintAccount } from "../testing/mint-account";
import { runSql } from "../testing/run-sql";
import { useOwnDatabase } from "../testing/use-own-database";
import { backupKeeper } from "./backup-keeper";
import { manualName } from "./backup-names";
import { lastBackup } from "./last-backup";
import { recordBackup } from "./record-backup";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "depesza-keeper-"));
const kept = join(folder, "kept");
let drop: () => Promise<void>;
let email: string;

beforeAll(async () => {
  const settings = { BACKUP_DIR: kept, BACKUP_EVERY: "24", BACKUP_KEEP: "2" };
  drop = await useOwnDatabase({ ...settings, DATA_DIR: join(folder, "home") });
  email = (await mintAccount()).email;
  await sql("update accounts set admin = true");
});
afterAll(async () => {
  await drop();
  rmSync(folder, { recursive: true, force: true });
});

const sql = (text: string) =>
  runSql<{ failure: string | null; file: string }>(process.env["DATABASE_URL"] ?? "", text);
const names = () =>
  readdirSync(kept)
    .filter((name) => name.startsWith("depesza-"))
    .sort();
/** Those of the schedule of this year. */
const ours = () => names().filter((name) => !/manual|-2020/.test(name));
const letters = async () =>
  (await listKeptMails(100)).filter((mail) => mail.to === email && /backup/.test(mail.subject));
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

test("the newest stay, older ones go, and no backup of somebody else does, whatever it is called", async () => {
  const others = ["depesza-20200101T000000Z-0a0a0a.tar", "depesza-manual-20200102T000000Z.tar"];
  for (const name of others) writeFileSync(join(kept, name), "old");
  const manual = join(kept, manualName({ at: new Date("2020-01-03"), isEncrypted: false }));
  await recordBackup({ source: "command", path: manual, file: basename(manual) });
  const [oldest = ""] = ours();
  for (let made = 0; made < 2; made += 1) {
    await age("25 hours");
    await backupKeeper().work();
  }
  expect(ours()).toHaveLength(2);
  expect(ours()).not.toContain(oldest);
  expect(readdirSync(kept)).toEqual(expect.arrayContaining([...others, basename(manual)]));
});

test("a backup is known, and so is rotated, however long ago it was made", async () => {
  await age("100 days");
  await backupKeeper().work();
  await age("25 hours");
  await backupKeeper().work();
  expect(ours()).toHaveLength(2);
});

test("one that fails is recorded with its sentence, tried again later, and no file is taken for it", async () => {
  const [newest] = await sql("select file from backups order by started_at desc limit 1");
  rmSync(kept, { recursive: true });
  // Where the folder was there is a file now.
  writeFileSync(kept, "");
  await age("25 hours");
  await backupKeeper().work();
  await backupKeeper().work();
  const { failure, last } = await lastBackup();
  expect(failure?.sentence).toMatch(/backup/);
  expect(last?.file).toBe(newest?.file);
  expect(await sql("select failure from backups where failure is not null")).toHaveLength(1);
});

test("while backups fail, administrators get an email once a day, which says what there is instead", async () => {
  expect(await letters()).toHaveLength(1);
  for (const expected of [1, 2, 2, 3]) {
    await age("12 hours");
    await backupKeeper().work();
    expect(await letters()).toHaveLength(expected);
  }
  const { last } = await lastBackup();
  const [{ paragraphs = [] } = {}] = await letters();
  expect(paragraphs.join(" ")).toContain(`The last backup that succeeded is ${last?.file}, of`);
});

test("a backup that succeeds ends the failures, and the next failure is news", async () => {
  rmSync(kept);
  await age("16 minutes");
  await backupKeeper().work();
  expect(ours()).toHaveLength(1);
  expect((await lastBackup()).failure).toBeNull();
  const before = (await letters()).length;
  rmSync(kept, { recursive: true });
  writeFileSync(kept, "");
  await age("25 hours");
  await backupKeeper().work();
  expect(await letters()).toHaveLength(before + 1);
});

test("a backup that is told to end leaves no failure, so that a real one after it is news", async () => {
  const path = join(folder, "ended.tar");
  const signal = AbortSignal.abort();
  const before = await sql("select file from backups");
  await expect(
    recordBackup({ source: "schedule", path, file: "ended.tar", signal }),
  ).rejects.toThrow();
  expect(await sql("select file from backups")).toEqual(before);
});
