import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../database/project-root";
import { carrierKinds } from "./carrier-kinds";

const folder = join(projectRoot(), "lib/carriers");
/** The documented shape is the kind `http`, and what all kinds over HTTP share has that folder. */
const folderOf = (kind: string) => (kind === "http" ? "upstream" : kind);

test("every folder is a kind of carrier by its name, and every kind has its folder", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory());
  const kinds = carrierKinds.map(({ kind }) => folderOf(kind));
  expect(folders.map(({ name }) => name).sort()).toEqual([...kinds, "http"].sort());
});

test.each(carrierKinds)("$kind is held to its promises by a test in its folder", ({ kind }) => {
  const own = join(folder, folderOf(kind));
  const tests = readdirSync(own).filter((file) => file.endsWith(".test.ts"));
  const texts = tests.map((file) => readFileSync(join(own, file), "utf8"));
  expect(texts.filter((text) => text.includes("testCarrierPromises("))).toHaveLength(1);
});
