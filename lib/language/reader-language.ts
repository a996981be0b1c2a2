import { parse } from "hono/utils/cookie";
import { chooseLanguage } from "./choose-language";
import { type Language, languageCookie } from "./language";

/** The language that a browser reads the dashboard in. */
export function readerLanguage(headers: Headers): Language {
  const cookie = parse(headers.get("cookie") ?? "")[languageCookie];
  return chooseLanguage({ cookie, accepted: headers.get("accept-language") });
}
