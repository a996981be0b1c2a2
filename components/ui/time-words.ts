import { countWords } from "@/lib/language/count-words";
import { dateFormat, numberFormat } from "@/lib/language/formats";
import type { Language, Words } from "@/lib/language/language";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const en = {
  now: "just now",
  ago: (length: string) => `${length} ago`,
  ahead: (length: string) => `in ${length}`,
  hours: (count: number) => `${count} h`,
  days: (count: number) => `${count} d`,
};

const words: Words<typeof en> = {
  en,
  pl: {
    now: "przed chwilą",
    ago: (length) => `${length} temu`,
    ahead: (length) => `za ${length}`,
    hours: (count) => `${count} godz.`,
    days: (count) => countWords("pl", count, { one: "dzień", other: "dni" }),
  },
};

interface Reader {
  /** Their zone; the machine's own when left out. */
  zone?: string | undefined;
  language?: Language;
}

/** "25 s ago", "in 4 min", "3 h ago"; the date once it is a week away. */
export function relativeTime(at: string, nowMs: number, reader: Reader = {}): string {
  return distanceWords(at, nowMs, reader.language) ?? dateWords(at, nowMs, reader);
}

/** "14:23", with the day when it is not the reader's today, and with the year when it is not this one. */
export function dayClock(at: string, nowMs: number, reader: Reader = {}): string {
  const { zone, language = "en" } = reader;
  const inZone = zone ? { timeZone: zone } : {};
  const days = dateFormat("en", { dateStyle: "short", ...inZone });
  const [day, today] = [days.format(Date.parse(at)), days.format(nowMs)];
  const isThisYear = day.slice(-4) === today.slice(-4);
  return dateFormat(language, {
    ...(day === today ? {} : { day: "numeric", month: "short" }),
    ...(isThisYear ? {} : { year: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
    ...inZone,
  }).format(new Date(at));
}

/** "3 min ago"; null once it is a week away, where only a date says it. */
export function distanceWords(at: string, nowMs: number, language: Language = "en"): string | null {
  const distanceMs = nowMs - Date.parse(at);
  const length = durationWords(Math.abs(distanceMs), language);
  if (length === null) return null;
  if (Math.abs(distanceMs) < 5000) return words[language].now;
  return distanceMs > 0 ? words[language].ago(length) : words[language].ahead(length);
}

/** "15 May 2026, 14:23:47 CEST" */
export function absoluteTime(at: string, zone?: string, language: Language = "en"): string {
  return dateFormat(language, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
    ...(zone ? { timeZone: zone } : {}),
  }).format(new Date(at));
}

/** "15 May 2026": a day written as 2026-05-15. */
export function dayWords(day: string, language: Language = "en"): string {
  const format = { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" } as const;
  return dateFormat(language, format).format(new Date(`${day}T00:00:00Z`));
}

/** "14:23:47.291": a moment of a time line, to the millisecond. */
export function clockTime(at: string, zone?: string, language: Language = "en"): string {
  return dateFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    ...(zone ? { timeZone: zone } : {}),
  }).format(new Date(at));
}

/** "1.2 s", "4 min 10 s", "3 h 5 min": how long something took. */
export function tookWords(ms: number, language: Language = "en"): string {
  if (ms < 1000) return `${Math.max(0, Math.round(ms))} ms`;
  if (ms < minuteMs) return `${oneDecimal(ms / 1000, language)} s`;
  if (ms < hourMs)
    return `${Math.floor(ms / minuteMs)} min ${Math.floor((ms % minuteMs) / 1000)} s`;
  const hours = words[language].hours(Math.floor(ms / hourMs));
  return `${hours} ${Math.floor((ms % hourMs) / minuteMs)} min`;
}

function oneDecimal(value: number, language: Language): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return numberFormat(language, digits).format(value);
}

function durationWords(ms: number, language: Language): string | null {
  if (ms < minuteMs) return `${Math.floor(ms / 1000)} s`;
  if (ms < hourMs) return `${Math.floor(ms / minuteMs)} min`;
  if (ms < dayMs) return words[language].hours(Math.floor(ms / hourMs));
  if (ms < 7 * dayMs) return words[language].days(Math.floor(ms / dayMs));
  return null;
}

function dateWords(at: string, nowMs: number, { zone, language = "en" }: Reader): string {
  const isThisYear = at.slice(0, 4) === new Date(nowMs).toISOString().slice(0, 4);
  return dateFormat(language, {
    day: "numeric",
    month: "short",
    ...(isThisYear ? {} : { year: "numeric" }),
    ...(zone ? { timeZone: zone } : {}),
  }).format(new Date(at));
}
