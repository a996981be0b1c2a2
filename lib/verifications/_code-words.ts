import type { Language } from "../language/language";

interface Facts {
  code: string;
  minutes: number;
}

/** What a phone gets, one segment of the GSM alphabet each. The code comes first, where notifications show it. */
const texts: Record<Language, (facts: Facts) => string> = {
  en: ({ code, minutes }) =>
    `${code} is your code. It works for ${minutes} min. Don't share it with anyone.`,
  pl: ({ code, minutes }) =>
    `${code} to kod weryfikacyjny. Wygasa za ${minutes} min. Nie podawaj go nikomu.`,
};

/** Our text with a code, in a language. */
export function codeText(language: Language, facts: Facts): string {
  return texts[language](facts);
}

/** A text with the last line by which browsers fill in the code on a site (WICG, origin-bound one-time codes). */
export function withWebOtp(text: string, domain: string, code: string): string {
  return `${text}\n\n@${domain} #${code}`;
}
