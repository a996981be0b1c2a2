import { ifThrows } from "./if-throws";

const dayMs = 86_400_000;
/** The longest name there is has 32 characters. */
const maxNameLength = 64;

/** Whether clocks can be read in this zone: an IANA name, old or new, or "UTC". */
export function isTimeZone(name: string): boolean {
  if (name.length > maxNameLength) return false;
  return ifThrows(
    () => new Intl.DateTimeFormat("en", { timeZone: name }) !== null,
    () => false,
  );
}

/**
 * The moment a calendar day such as "2026-05-15" begins in a zone: the first midnight where clocks show two, and the
 * leap where they leap over it.
 */
export function dayStart(day: string, zone: string): Date {
  const midnight = `${day}T00:00`;
  const first = wallMoment(midnight, zone, "earlier");
  // Where there is no midnight the earlier of the two is still the day before.
  return dayOf(first, zone) < day ? wallMoment(midnight, zone, "later") : first;
}

/**
 * The moment clocks in a zone show a time such as "2026-05-15T14:05". Where they show it twice, or leap over it, the
 * earlier or the later of the two that come into question.
 */
export function wallMoment(wall: string, zone: string, choice: "earlier" | "later"): Date {
  const wallMs = Date.parse(`${wall}Z`);
  const candidates = [wallMs - dayMs, wallMs + dayMs].map((near) => wallMs - offsetMs(near, zone));
  const shown = candidates.filter((ms) => ms + offsetMs(ms, zone) === wallMs);
  const among = shown.length > 0 ? shown : candidates;
  return new Date(choice === "earlier" ? Math.min(...among) : Math.max(...among));
}

/** The calendar day of a moment in a zone. */
export function dayOf(at: Date, zone: string): string {
  return new Date(at.getTime() + offsetMs(at.getTime(), zone)).toISOString().slice(0, 10);
}

/** The calendar day so many days later, or earlier. */
export function laterDay(day: string, days: number): string {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** How far a zone's clocks are ahead of UTC at a moment. */
function offsetMs(atMs: number, timeZone: string): number {
  const parts = clockOf(timeZone)
    .formatToParts(new Date(atMs))
    .map(({ type, value }) => [type, value] as const);
  const { year, month, day, hour, minute, second } = Object.fromEntries(parts);
  const wallMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return wallMs - Math.floor(atMs / 1000) * 1000;
}

/** There are some 600 names, and whoever asks chooses how theirs is written: more than this are not kept. */
const maxClocks = 50;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** To make one takes far longer than to read it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const field = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const clock = {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  } as const;
  const made = new Intl.DateTimeFormat("en", { ...field, ...clock, timeZone });
  if (clocks.size >= maxClocks) clocks.clear();
  clocks.set(timeZone, made);
  return made;
}
