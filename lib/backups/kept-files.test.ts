import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { storeSecret } from "../carriers/carrier-secrets";
import { secrets } from "../core/secrets";
import { readKeptFiles, stageFiles } from "./_kept-files";

const folder = mkdtempSync(join(tmpdir(), "depesza-kept-"));
const secretsPath = join(folder, "secrets.json");
const carriersPath = join(folder, "carriers.json");
const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const ours = '{ "carriers": [] }';
const theirs = '{ "carriers": [], "routes": [] }';

Object.assign(process.env, { DATA_DIR: folder });
secrets();
const intact = readFileSync(secretsPath);

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  writeFileSync(secretsPath, intact);
  storeSecret("smsapi", "of the backup");
  writeFileSync(carriersPath, ours);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("keys, carriers' secrets, and carriers.json come back, and a carriers.json that was there is kept", () => {
  const files = readKeptFiles();
  storeSecret("smsapi", "changed since");
  writeFileSync(carriersPath, theirs);
  const staged = stageFiles(files);
  expect(read(secretsPath)).toMatchObject({ carriers: { smsapi: "changed since" } });
  expect(staged.place()).toEqual([`The former ${carriersPath} is now ${carriersPath}.before.`]);
  staged.discard();
  expect(read(secretsPath)).toMatchObject({ carriers: { smsapi: "of the backup" } });
  expect(read(secretsPath).database).toBe(JSON.parse(intact.toString()).database);
  expect(readFileSync(carriersPath, "utf8")).toBe(ours);
  expect(readFileSync(`${carriersPath}.before`, "utf8")).toBe(theirs);
});

test("a file that cannot be replaced, such as one that a container gets from outside, is written in its place", () => {
  const files = readKeptFiles();
  writeFileSync(carriersPath, theirs);
  storeSecret("smsapi", "changed since");
  // Nothing can be put beside it.
  for (const path of [carriersPath, secretsPath]) mkdirSync(`${path}.restored`);
  const staged = stageFiles(files);
  staged.place();
  staged.discard();
  expect(readFileSync(carriersPath, "utf8")).toBe(ours);
  expect(read(secretsPath)).toMatchObject({ carriers: { smsapi: "of the backup" } });
});

test("a carriers.json that cannot be written holds up no restore: the operator is told", () => {
  const files = readKeptFiles();
  rmSync(carriersPath);
  mkdirSync(carriersPath);
  writeFileSync(join(carriersPath, "file"), "");
  const staged = stageFiles(files);
  expect(staged.place()).toEqual([
    `${carriersPath} cannot be written: make sure that it has the carriers of the backup.`,
  ]);
  staged.discard();
});

test.each([
  ["no JSON", "{"],
  ["JSON of another shape", '{ "carriers": [1] }'],
])(
  "a file of secrets that is %s is no empty one: neither a backup nor a restore goes on",
  (_what, text) => {
    const files = readKeptFiles();
    writeFileSync(secretsPath, text);
    expect(readKeptFiles).toThrow(/secrets\.json is damaged/);
    expect(() => stageFiles(files)).toThrow(/secrets\.json is damaged/);
    expect(readFileSync(secretsPath, "utf8")).toBe(text);
  },
);

test("keys that could not be written are noticed before the rows are committed", () => {
  const files = readKeptFiles();
  rmSync(secretsPath);
  expect(() => stageFiles(files)).toThrow(/secrets\.json cannot be read \(ENOENT\)/);
});
