import { dateFormat } from "@/lib/language/formats";
import type { Language } from "@/lib/language/language";
import type { Bar } from "@/lib/traffic/contract";

const hourMs = 3_600_000;

/** "14:00" for an hour, "22 Nov" for a day, on the clocks of a zone. */
export function barLabel(language: Language, { from, until }: Bar, zone: string): string {
  const isHour = until.getTime() - from.getTime() === hourMs;
  return dateFormat(language, {
    timeZone: zone,
    ...(isHour ? { hour: "2-digit", minute: "2-digit" } : { day: "numeric", month: "short" }),
  }).format(from);
}
