import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { findBackends } from "./find-backends";
import { findPostmaster, isAlive, ownerOf, removeRecycledPidFile } from "./find-postmaster";
import { processBirth } from "./process-birth";

const root = mkdtempSync(join(tmpdir(), "depesza-pid-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let dataDir = "";
let file = "";
beforeEach(() => {
  dataDir = mkdtempSync(join(root, "data-"));
  mkdirSync(join(dataDir, "postgres"));
  file = join(dataDir, "postgres/postmaster.pid");
});

/** No process has it: larger than any that Linux gives. */
const deadPid = 2 ** 30;

test.each([
  ["nothing", undefined],
  ["an empty file, as PostgreSQL has it for a moment", ""],
  ["no number", "postgres\n/data\n"],
  ["a negative number, which would mean a whole group of processes", "-1\n"],
  ["process 1", "1\n"],
  ["a number that is none", "12x\n"],
  ["a number that nobody has", `${deadPid}\n`],
  ["the number of another program, which has taken it over", `${process.pid}\n`],
])("%s in the file of the process is no running PostgreSQL", (_what, text) => {
  if (text !== undefined) writeFileSync(file, text);
  expect(findPostmaster(dataDir)).toBeUndefined();
  expect(findBackends(dataDir)).toEqual([]);
});

test("a folder that was never a database has no PostgreSQL either", () => {
  const nowhere = join(root, "nowhere");
  expect(findPostmaster(nowhere)).toBeUndefined();
  expect(findBackends(nowhere)).toEqual([]);
  expect(() => removeRecycledPidFile(nowhere)).not.toThrow();
});

test("the file is removed only where its number has become another program's", () => {
  writeFileSync(file, `${process.pid}\n`);
  removeRecycledPidFile(dataDir);
  expect(existsSync(file)).toBe(false);
  // Of one with a dead number PostgreSQL itself knows what to do.
  for (const text of [`${deadPid}\n`, "", "postgres\n"]) {
    writeFileSync(file, text);
    removeRecycledPidFile(dataDir);
    expect(existsSync(file)).toBe(true);
  }
});

test("who started it is told from a later process that got the same number", () => {
  const birth = processBirth(process.pid) ?? "";
  const started = (pid: number, at: string) => ({
    ...{ pid: 5, port: 5432, isReady: true },
    owner: { pid, birth: at },
  });
  expect(ownerOf(started(process.pid, birth))).toBe("self");
  expect(ownerOf(started(process.ppid, processBirth(process.ppid) ?? ""))).toBe("another");
  expect(ownerOf(started(process.pid, `${birth}0`))).toBe("dead");
  expect(ownerOf(started(deadPid, birth))).toBe("dead");
  expect(ownerOf({ pid: 5, port: 5432, isReady: true })).toBe("unknown");
});

test("a process is alive or not, also where it belongs to somebody else", () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(1)).toBe(true);
  expect(isAlive(deadPid)).toBe(false);
});
