/** The languages of the product's screens. The wire, the reference, and the command line are English. */
export const languages = ["en", "pl"] as const;

export type Language = (typeof languages)[number];

/** The same words in every language; a language that lacks one does not compile. */
export type Words<Of> = Record<Language, Of>;

/** Where a browser's choice is kept, for pages before and after signing in. */
export const languageCookie = "language";

/** Whether this names a language of the product. */
export function isLanguage(name: unknown): name is Language {
  return languages.some((language) => language === name);
}

/** How dates and numbers are written in each language. */
export const locales: Record<Language, string> = { en: "en-GB", pl: "pl-PL" };
