import { parseAccept } from "hono/utils/accept";
import { isLanguage, type Language } from "./language";

interface Asked {
  /** What the reader chose here. */
  cookie: string | undefined;
  /** The browser's `Accept-Language` (RFC 9110, section 12.5.4). */
  accepted: string | null;
}

/** The language to answer in: the one chosen, else the first the browser asks for that there is, else English. */
export function chooseLanguage({ cookie, accepted }: Asked): Language {
  if (isLanguage(cookie)) return cookie;
  const wanted = parseAccept(accepted ?? "").map(({ type, q }) => ({
    language: type.split("-")[0]?.toLowerCase(),
    q,
  }));
  return (
    wanted
      .filter(({ q }) => q > 0)
      .map(({ language }) => language)
      .find(isLanguage) ?? "en"
  );
}
