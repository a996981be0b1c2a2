import { spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { sweepUploads, uploadPrefix } from "./sweep-uploads";

const folder = mkdtempSync(join(tmpdir(), "depesza-sweep-"));
beforeAll(() => void vi.stubEnv("TMPDIR", folder));
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A folder as an upload leaves it, last changed so many minutes ago. */
function leave(name: string, minutes: number): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "file"), "48501000000");
  const at = new Date(Date.now() - minutes * 60_000);
  utimesSync(join(folder, name), at, at);
}

test("uploads of a process that was killed are removed; those of others, and new ones, stay", async () => {
  const { pid: gone } = spawnSync("true");
  const own = basename(uploadPrefix());
  leave(`depesza-upload-${gone}-aaaaaa`, 61);
  leave(`${own}bbbbbb`, 61);
  const kept = [
    `depesza-upload-${gone}-cccccc`,
    `depesza-upload-${process.ppid}-dddddd`,
    `${own}eeeeee`,
    `depesza-uploads-${gone}-ffffff`,
    `depesza-upload-${gone}`,
  ];
  const ages = [59, 600, 1, 600, 600];
  for (const [place, name] of kept.entries()) leave(name, ages[place] ?? 0);
  const link = `depesza-upload-${gone}-gggggg`;
  symlinkSync(join(folder, kept[0] ?? ""), join(folder, link));
  await sweepUploads();
  expect(readdirSync(folder).toSorted()).toEqual([...kept, link].toSorted());
});

test("where the folder for temporary files cannot be read, the start goes on", async () => {
  vi.stubEnv("TMPDIR", join(folder, "none"));
  await expect(sweepUploads()).resolves.toBeUndefined();
  vi.stubEnv("TMPDIR", folder);
});
