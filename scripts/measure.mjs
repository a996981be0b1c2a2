// The house numbers: printed beside the checks, never a reason to fail.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const folders = ["app", "components", "lib", "drizzle", "e2e", "scripts"];
const files = folders
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((path) => join(folder, String(path))),
  )
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
  .map((path) => {
    const text = readFileSync(join(root, path), "utf8");
    return {
      path,
      text,
      lines: text.split("\n").length - 1,
      isTest: /\.test\.tsx?$|^e2e\//.test(path),
    };
  });
const sources = files.filter((file) => !file.isTest);
const tests = files.filter((file) => file.isTest);
const lines = (some) => some.reduce((sum, file) => sum + file.lines, 0);
const count = (some, pattern) =>
  some.reduce((sum, { text }) => sum + (text.match(pattern)?.length ?? 0), 0);
const lengths = sources.map((file) => file.lines).sort((a, b) => a - b);
const longest = sources.toSorted((a, b) => b.lines - a.lines)[0];
const perThousand = (number) => ((number * 1000) / Math.max(1, lines(sources))).toFixed(1);

const numbers = {
  files: `${sources.length} source, ${tests.length} test`,
  lines: `${lines(sources)} source, ${lines(tests)} test (${(lines(tests) / Math.max(1, lines(sources))).toFixed(2)} : 1)`,
  "median file": `${lengths[Math.floor(lengths.length / 2)] ?? 0} lines`,
  "longest file": `${longest?.lines ?? 0} lines (${longest?.path ?? "none"})`,
  "try statements": `${perThousand(count(sources, /^\s*try \{/gm))} per 1,000 lines`,
  "comment lines": `${((count(sources, /^\s*(\/\/|\/?\*)/gm) * 100) / Math.max(1, lines(sources))).toFixed(1)} %`,
  suppressions: `${count(files, /biome-ignore(?= lint)|@ts-(?:ignore|expect-error|nocheck)/g)}`,
};
for (const [name, value] of Object.entries(numbers)) console.log(`${name.padEnd(15)} ${value}`);
