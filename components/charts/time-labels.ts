import type { Language } from "@/lib/language/language";
import type { Bar } from "@/lib/traffic/contract";

const hourMs = 3_600_000;
const locales: Record<Language, string> = { en: "en-GB", pl: "pl-PL" };

/** "14:00" for an hour, "22 Nov" for a day; both in UTC, like the counts. */
export function barLabel(language: Language, { from, until }: Bar): string {
  const isHour = until.getTime() - from.getTime() === hourMs;
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: "UTC",
    ...(isHour ? { hour: "2-digit", minute: "2-digit" } : { day: "numeric", month: "short" }),
  }).format(from);
}
