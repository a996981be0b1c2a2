import "server-only";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Language, Words } from "@/lib/language/language";
import { readLanguage } from "@/lib/language/read-language";

/** The language of the page being made, by the reader's cookie or browser. */
export const currentLanguage = cache(
  async (): Promise<Language> => readLanguage(await cookies(), await headers()),
);

/** A screen's words in the language of the page being made. For client components there is useWords. */
export async function wordsOf<Of>(words: Words<Of>): Promise<Of> {
  return words[await currentLanguage()];
}
