import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../database/project-root";
import { buildDocument } from "./build-document";

const readText = (path: string) => readFileSync(join(projectRoot(), path), "utf8");

test("the version of the API is that of the product, and the changelogs have it first", () => {
  const { version } = JSON.parse(readText("package.json")) as { version: string };
  expect(buildDocument("https://sms.example.org").info.version).toBe(version);
  for (const path of ["CHANGELOG.md", "app/(docs)/docs/_content/changelog.md"]) {
    expect(/^## (\S+)/m.exec(readText(path))?.[1]).toBe(version);
  }
});
