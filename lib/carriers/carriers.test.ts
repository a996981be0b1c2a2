import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../database/project-root";
import { carriers } from "./carriers";

const folder = join(projectRoot(), "lib/carriers");
const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test("every folder is a carrier by its name, and every carrier has its folder", () => {
  expect(folders.map(({ name }) => name).sort()).toEqual(carriers.map(({ name }) => name).sort());
});

test.each(carriers)("$name is held to its promises by a test in its folder", ({ name }) => {
  const tests = readdirSync(join(folder, name)).filter((file) => file.endsWith(".test.ts"));
  const texts = tests.map((file) => readFileSync(join(folder, name, file), "utf8"));
  expect(texts.filter((text) => text.includes(`testCarrierPromises(${name})`))).toHaveLength(1);
});
