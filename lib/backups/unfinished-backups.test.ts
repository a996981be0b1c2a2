import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { useOwnDatabase } from "../testing/use-own-database";
import { draftName, scheduledName } from "./backup-names";
import { createBackup } from "./create-backup";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "depesza-unfinished-"));
const at = (name: string) => join(folder, name);
const scheduled = scheduledName({ at: new Date(), isEncrypted: true });
let drop: () => Promise<void>;

beforeAll(async () => {
  drop = await useOwnDatabase({ DATA_DIR: join(folder, "home") });
});
afterAll(async () => {
  await drop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a process leaves that is killed while it makes a backup, touched last so many minutes ago. */
function leave(name: string, minutes: number): string {
  const path = at(draftName(name));
  writeFileSync(path, "half");
  const touched = new Date(Date.now() - minutes * 60_000);
  utimesSync(path, touched, touched);
  return path;
}

test("a backup that was killed does not stop the next one of the same name", async () => {
  leave("mine.tar", 0);
  await createBackup({ path: at("mine.tar") });
  expect(existsSync(at("mine.tar"))).toBe(true);
});

test("what was abandoned is removed; what another process may be making is not, nor what is not ours", async () => {
  const [own, ofSchedule] = [leave("again.tar", 11), leave(scheduled, 11)];
  const [busy, foreign] = [leave(scheduled, 9), leave("else.tar", 11)];
  await createBackup({ path: at("again.tar") });
  expect([own, ofSchedule, busy, foreign].map(existsSync)).toEqual([false, false, true, true]);
});

test("a file that gets the name while a backup is made is not replaced", async () => {
  const path = at("taken.tar");
  const making = createBackup({ path });
  await expect
    .poll(() => readdirSync(folder).some((name) => name.startsWith(".taken.tar")), { interval: 1 })
    .toBe(true);
  writeFileSync(path, "somebody's");
  await expect(making).rejects.toThrow(/is there already/);
  expect(readFileSync(path, "utf8")).toBe("somebody's");
  expect(readdirSync(folder).filter((name) => name.startsWith(".taken"))).toEqual([]);
});

test("no two installations call a backup alike, and none by command is called like one by schedule", () => {
  const made = { at: new Date(), isEncrypted: false };
  expect(scheduledName(made)).not.toBe(scheduledName(made));
  expect(scheduledName(made)).toMatch(/^depesza-\d{8}T\d{6}Z-[0-9a-f]{6}\.tar$/);
});
