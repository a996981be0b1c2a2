import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mobilePrefixesFile } from "./_mobile-prefixes.mjs";
import { rangesFile } from "./_package-ranges.mjs";
import { root } from "./root.mjs";

test("the committed table of ranges is that of the installed package; `npm run ranges` makes it anew", () => {
  const committed = readFileSync(join(root, "lib/numbers/_ranges.json"), "utf8");
  expect(committed === rangesFile()).toBe(true);
});

test("so is the committed table of mobile prefixes", () => {
  const committed = readFileSync(join(root, "lib/numbers/_mobile-prefixes.json"), "utf8");
  expect(committed === mobilePrefixesFile()).toBe(true);
});
