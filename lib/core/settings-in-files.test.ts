import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { settingsInFiles } from "./settings-in-files";

const folder = mkdtempSync(join(tmpdir(), "depesza-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = ["DATABASE_URL", "AUTH_SECRET"];

function fileWith(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("a setting is what its file holds, without the line's end", () => {
  const path = fileWith("url", "postgres://depesza:a%20b@db/depesza\n");
  expect(settingsInFiles({ DATABASE_URL_FILE: path, PORT: "1" }, names)).toMatchObject({
    DATABASE_URL: "postgres://depesza:a%20b@db/depesza",
    PORT: "1",
  });
});

test("the setting itself counts before its file, which is then not read", () => {
  const source = { AUTH_SECRET: "given", AUTH_SECRET_FILE: join(folder, "no-such-file") };
  expect(settingsInFiles(source, names)["AUTH_SECRET"]).toBe("given");
});

test("a blank name of a file names none, and a name of no setting is left alone", () => {
  const source = { AUTH_SECRET_FILE: " ", OTHER_FILE: join(folder, "no-such-file") };
  expect(settingsInFiles(source, names)).toEqual(source);
});

test.each([
  ["is missing", () => join(folder, "no-such-file"), "ENOENT"],
  ["is a folder", () => folder, "it is not a file"],
  ["is empty", () => fileWith("empty", " \n"), "it is empty"],
  ["is larger than any setting", () => fileWith("large", "x".repeat(65_537)), "larger than 64 KB"],
])("a file that %s is an error that names the setting and no content", (_what, pathOf, reason) => {
  const path = pathOf();
  expect(() => settingsInFiles({ AUTH_SECRET_FILE: path }, names)).toThrow(
    `These settings are wrong: AUTH_SECRET_FILE: ${path} cannot be read (`,
  );
  expect(() => settingsInFiles({ AUTH_SECRET_FILE: path }, names)).toThrow(reason);
});
