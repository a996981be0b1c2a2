import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Figure, parseFigures } from "./figures";

/** The figures measured last; none where nobody has measured, so that no page shows a figure without its command. */
export function readFigures(): Figure[] {
  const path = join(process.cwd(), "public/figures.json");
  return existsSync(path) ? parseFigures(readFileSync(path, "utf8")) : [];
}
