import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { chooseLanguage } from "@/lib/language/choose-language";
import { type Language, languageCookie, type Words } from "@/lib/language/language";

/** The language of the page being made, by the reader's cookie or browser. */
export const currentLanguage = cache(async (): Promise<Language> => {
  const [jar, asked] = await Promise.all([cookies(), headers()]);
  return chooseLanguage({
    cookie: jar.get(languageCookie)?.value,
    accepted: asked.get("accept-language"),
  });
});

/** A screen's words in the language of the page being made. For client components there is useWords. */
export async function wordsOf<Of>(words: Words<Of>): Promise<Of> {
  return words[await currentLanguage()];
}
