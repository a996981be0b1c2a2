import { type Language, locales } from "@/lib/language/language";
import { offsetMs, readWallTime, type WallTime, wallTimeIn } from "./wall-time";

/** A time somebody chose: on whose clocks, and which of two when the clocks change. */
export interface When {
  /** What the date-and-time field holds. */
  wall: string;
  zone: string;
  /** 0 is what most people mean: the first of two, or after the jump. */
  pick: number;
}

interface ResolvedSchedule {
  /** ISO 8601 with a zone, as the API takes it. */
  iso: string;
  kind: WallTime["kind"];
  /** The instants to choose between; one when there is no choice. */
  choices: { iso: string; clock: string; offset: string }[];
}

/** What a chosen time means; null while it is incomplete. */
export function resolveSchedule({ wall, zone, pick }: When): ResolvedSchedule | null {
  const found = readWallTime(wall.slice(0, 16), zone);
  if (!found) return null;
  const choices = found.instants.map((at) => ({
    iso: new Date(at).toISOString(),
    clock: wallTimeIn(zone, at).slice(11),
    offset: offsetWords(zone, at),
  }));
  const { iso } = choices[pick] ?? choices[0] ?? { iso: "" };
  return { iso, kind: found.kind, choices };
}

interface Reading {
  zone: string;
  /** The zone of the reader's own clock. */
  here: string;
  language: Language;
}

/** "Mon 23 Nov 2026, 09:00 Europe/Warsaw = 03:00 America/New_York = 08:00 UTC": each zone once. */
export function instantWords(iso: string, { zone, here, language }: Reading): string {
  const at = Date.parse(iso);
  const day = dayOf(zone, at);
  const others = [...new Set([here, "UTC"])].filter((other) => other !== zone);
  const elsewhere = others.map((other) => {
    const said = `${clockIn(other, at)} ${other}`;
    const otherDay = dayFormat(language, other, {}).format(at).replace(",", "");
    return dayOf(other, at) === day ? said : `${said} (${otherDay})`;
  });
  const fullDay = dayFormat(language, zone, { year: "numeric" }).format(at).replace(",", "");
  return [`${fullDay}, ${clockIn(zone, at)} ${zone}`, ...elsewhere].join(" = ");
}

/** "in 21 h 30 min", "za 2 dni"; null when it is past. */
export function distanceWords(iso: string, nowMs: number, language: Language): string | null {
  const minutes = Math.round((Date.parse(iso) - nowMs) / 60_000);
  if (minutes < 0) return null;
  const before = language === "pl" ? "za" : "in";
  if (minutes < 60) return `${before} ${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return `${before} ${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  return `${before} ${days} ${language === "pl" ? "dni" : "days"}`;
}

function clockIn(zone: string, at: number): string {
  return wallTimeIn(zone, at).slice(11);
}

function dayOf(zone: string, at: number): string {
  return wallTimeIn(zone, at).slice(0, 10);
}

function dayFormat(language: Language, timeZone: string, more: Intl.DateTimeFormatOptions) {
  const day = { weekday: "short", day: "numeric", month: "short", timeZone } as const;
  return new Intl.DateTimeFormat(locales[language], { ...day, ...more });
}

/** "UTC+2", "UTC+5:45" */
function offsetWords(zone: string, at: number): string {
  const minutes = offsetMs(zone, at) / 60_000;
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `UTC${minutes < 0 ? "−" : "+"}${hours}${rest > 0 ? `:${String(rest).padStart(2, "0")}` : ""}`;
}
