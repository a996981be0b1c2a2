"use client";

import { createContext, type ReactNode, use } from "react";
import type { Language, Words } from "@/lib/language/language";

const LanguageContext = createContext<Language>("en");

/** Tells everything below which language the page is in. */
export function LanguageProvider({
  language,
  children,
}: {
  language: Language;
  children: ReactNode;
}) {
  return <LanguageContext value={language}>{children}</LanguageContext>;
}

/** A component's words in the language of the page. On the server there is wordsOf. */
export function useWords<Of>(words: Words<Of>): Of {
  return words[use(LanguageContext)];
}

/** The language of the page, for numbers and dates. On the server there is currentLanguage. */
export function useLanguage(): Language {
  return use(LanguageContext);
}
