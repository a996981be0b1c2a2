import { parse } from "hono/utils/cookie";
import type { Separator } from "../core/csv-line";
import { chooseLanguage } from "../language/choose-language";
import { languageCookie } from "../language/language";

/** How a file for a reader's spreadsheet parts its cells, which goes by the language the panel is read in. */
export function readSeparator({ headers }: Request): Separator {
  const cookie = parse(headers.get("cookie") ?? "")[languageCookie];
  const language = chooseLanguage({ cookie, accepted: headers.get("accept-language") });
  return language === "pl" ? ";" : ",";
}
