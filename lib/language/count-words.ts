import { numberFormat } from "./formats";
import type { Language } from "./language";

/** A noun in the forms that a number asks for; a language needs those its plural rules name (CLDR). */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

const rules: Record<Language, Intl.PluralRules> = {
  en: new Intl.PluralRules("en"),
  pl: new Intl.PluralRules("pl"),
};

/** "1 segment", "2 segmenty", "5 segmentów", "1,5 segmentu". */
export function countWords(language: Language, count: number, forms: Forms): string {
  return `${numberWords(language, count)} ${forms[rules[language].select(count)] ?? forms.other}`;
}

/** A number as the language writes it, grouped: "12,345", "12 345". */
export function numberWords(
  language: Language,
  value: number,
  options?: Intl.NumberFormatOptions,
): string {
  return numberFormat(language, { useGrouping: "always", ...options }).format(value);
}
