import type { Separator } from "../core/csv-line";
import { readerLanguage } from "../language/reader-language";

/** How a file for a reader's spreadsheet parts its cells, which goes by the language the panel is read in. */
export function readSeparator({ headers }: Request): Separator {
  return readerLanguage(headers) === "pl" ? ";" : ",";
}
