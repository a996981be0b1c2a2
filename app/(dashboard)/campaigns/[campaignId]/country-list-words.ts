import { type Language, locales } from "@/lib/language/language";

/** Countries that are named at most; of more it is said how many. */
const maxNamed = 4;

/** English names of countries that stand with "the" in a sentence. */
const withThe =
  /^(United |Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros)|Islands$|Republic$/;

/** Countries by their codes, in a row within a sentence: "Poland, Germany, and the United Kingdom". */
export function countryListWords(countries: readonly string[], language: Language): string {
  const names = new Intl.DisplayNames(locales[language], { type: "region" });
  const named = countries.slice(0, maxNamed).map((country) => names.of(country) ?? country);
  const worded =
    language === "en" ? named.map((name) => (withThe.test(name) ? `the ${name}` : name)) : named;
  const left = countries.length - named.length;
  const more = left > 0 ? [language === "pl" ? `jeszcze ${left}` : `${left} more`] : [];
  return new Intl.ListFormat(locales[language]).format([...worded, ...more]);
}
