import { dateFormat } from "./formats";
import type { Language } from "./language";

/** A calendar month such as "2026-05" in words: "May 2026", "maj 2026". */
export function monthWords(language: Language, month: string): string {
  const format = { month: "long", year: "numeric", timeZone: "UTC" } as const;
  return dateFormat(language, format).format(new Date(`${month}-01T00:00:00Z`));
}
