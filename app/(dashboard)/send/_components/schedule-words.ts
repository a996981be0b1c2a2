const hourMs = 3_600_000;

export interface ResolvedSchedule {
  /** ISO 8601 with a zone, as the API takes it. */
  iso: string;
  /** "Mon 23 Nov 2026, 09:00 Europe/Warsaw = 08:00 UTC, in 21 h" */
  words: string;
  /** What the change of the clocks does to this time, if anything. */
  warning: string | null;
}

/** Reads the value of a date-and-time field as a time on the reader's own clock; null when it is incomplete. */
export function resolveSchedule(wall: string, nowMs: number): ResolvedSchedule | null {
  const at = new Date(wall);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(wall) || Number.isNaN(at.getTime())) return null;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    iso: at.toISOString(),
    words: `${dayWords(at)}, ${clockWords(at)} ${zone} = ${utcWords(at)}, ${distanceWords(at, nowMs)}`,
    warning: clockChange(at, wall),
  };
}

/** The wall-clock time a date-and-time field shows for an instant. */
export function wallTime(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

function clockChange(at: Date, wall: string): string | null {
  const asked = wall.slice(0, 16);
  if (wallTime(at) !== asked) {
    return `The clocks go forward then and ${asked.slice(11)} is skipped: it leaves at ${clockWords(at)}.`;
  }
  const happensAgain = wallTime(new Date(at.getTime() + hourMs)) === asked;
  return happensAgain
    ? `The clocks go back then and ${asked.slice(11)} comes twice: it leaves the first time.`
    : null;
}

function dayWords(at: Date): string {
  const day = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
  return new Intl.DateTimeFormat("en-GB", day).format(at).replace(",", "");
}

function clockWords(at: Date): string {
  return wallTime(at).slice(11);
}

function utcWords(at: Date): string {
  const isSameDay = at.toISOString().slice(0, 10) === wallTime(at).slice(0, 10);
  const clock = at.toISOString().slice(11, 16);
  return isSameDay ? `${clock} UTC` : `${clock} UTC on ${at.toISOString().slice(0, 10)}`;
}

function distanceWords(at: Date, nowMs: number): string {
  const minutes = Math.round((at.getTime() - nowMs) / 60_000);
  if (minutes < 0) return "already past";
  if (minutes < 60) return `in ${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `in ${hours} h ${minutes % 60} min` : `in ${Math.floor(hours / 24)} days`;
}
