import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** The TypeScript in a folder, without its tests: path below the folder, with slashes, to source. */
export function sourcesIn(folder) {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
