import { existsSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makeDataFolder } from "./make-data-folder";

const root = mkdtempSync(join(tmpdir(), "depesza-folders-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("a data folder is made with all above it, and one that exists is left alone", () => {
  const folder = join(root, "a/b/c");
  makeDataFolder(folder);
  writeFileSync(join(folder, "kept"), "x");
  makeDataFolder(folder);
  expect(existsSync(join(folder, "kept"))).toBe(true);
});

test("a link to a folder is as good as a folder", () => {
  symlinkSync(root, join(root, "link"));
  makeDataFolder(join(root, "link/below"));
  expect(statSync(join(root, "below")).isDirectory()).toBe(true);
});

// In /proc a folder cannot be made although its parent exists, over which Node's own `recursive` never ends.
test.each(["/proc/depesza/data", "/proc/1/depesza"])("%s ends with a sentence", (folder) => {
  expect(() => makeDataFolder(folder)).toThrow(
    expect.objectContaining({
      code: "unavailable",
      message: `The data folder ${folder} cannot be written (ENOENT); grant this user write access, or set DATA_DIR to another folder.`,
    }),
  );
});

test("below a file no folder is made, and the file stays", () => {
  const file = join(root, "file");
  writeFileSync(file, "x");
  expect(() => makeDataFolder(join(file, "data"))).toThrow(/cannot be written \(ENOTDIR\)/);
  expect(statSync(file).isFile()).toBe(true);
});
