import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { figureNames, figureOf } from "@/lib/metrics/figures";
import { generateTable } from "./generate-table";

test.each([
  ["en", "monitoring.md"],
  ["pl", "pl/monitoring.md"],
] as const)(
  "the page in %s has a row for each figure, with its labels and meaning",
  (language, page) => {
    const source = readFileSync(`app/(docs)/docs/_content/${page}`, "utf8");
    expect(source).toContain("{{table:figures}}");
    const rows = generateTable("figures", language).split("\n");
    for (const name of figureNames) {
      const { labels, help } = figureOf(name);
      const row = rows.find((each) => each.startsWith(`| \`${name}\` |`)) ?? "";
      expect(row).toContain(help);
      for (const label of labels) expect(row).toContain(`\`${label}\``);
    }
  },
);
