import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { comparison, products } from "./comparison";
import { parseFigures } from "./figures";
import { limits } from "./limits";
import { readFigures } from "./read-figures";
import { fillReadme } from "./readme-parts";

const readme = readFileSync("README.md", "utf8");

test("the README shows the landing page's limits, comparison and figures, and no others", () => {
  expect(fillReadme(readme, readFigures())).toBe(readme);
  for (const limit of limits.en) expect(readme).toContain(`\n- ${limit}\n`);
  for (const { label } of comparison) expect(readme).toContain(`\n| ${label.en} |`);
});

test("both languages say the same number of things", () => {
  expect(limits.pl).toHaveLength(limits.en.length);
  for (const { cells } of comparison) {
    expect([cells.en.length, cells.pl.length]).toEqual([products.length, products.length]);
  }
});

test("a figure has its command, cores, date and commit, and appears with them", () => {
  const figure = {
    ...{ id: "accepted-one", value: 3200, unit: "/s", command: "npm run bench" },
    ...{ cores: 2, date: "2026-11-27", commit: "e7a58e8" },
  };
  const figures = parseFigures(JSON.stringify([figure]));
  const filled = fillReadme(readme, figures);
  expect(filled).toContain("on 2026-11-27 at commit e7a58e8, on 2 shared cores");
  expect(filled).toContain("| 3200 /s | `npm run bench` |");
  for (const missing of Object.keys(figure)) {
    expect(() => parseFigures(JSON.stringify([{ ...figure, [missing]: undefined }]))).toThrow();
  }
});

test("the README is short, its first command is near the top, and its links lead somewhere", () => {
  const lines = readme.split("\n");
  expect(lines.length).toBeLessThanOrEqual(175);
  expect(lines.findIndex((line) => line.startsWith("npm start"))).toBeLessThan(12);
  const links = /\]\(<([^>]+)>\)|\]\(([^)<]+)\)|src(?:set)?="([^"]+)"/g;
  const paths = [...readme.matchAll(links)]
    .map(([, pointed, plain, picture]) => pointed ?? plain ?? picture ?? "")
    .map((target) => target.replace(/#.*$/, ""))
    .filter((target) => target !== "" && !/^https?:/.test(target));
  expect(paths.length).toBeGreaterThan(20);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});
