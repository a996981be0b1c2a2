const dayMs = 86_400_000;

/** What a wall-clock time means in a zone. */
export interface WallTime {
  /** Whether the clocks show it once, jump over it, or show it twice. */
  kind: "once" | "skipped" | "twice";
  /**
   * In milliseconds. Shown twice: the first time, then the second. Jumped over: as far behind the jump as it
   * would have been, then as far before it.
   */
  instants: number[];
}

/** Reads "2026-11-23T09:00" on the clocks of an IANA zone; null when it is incomplete or no date. */
export function readWallTime(wall: string, zone: string): WallTime | null {
  const asUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) ? Date.parse(`${wall}Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  // No zone is more than 14 hours from UTC, so a day either side has the offsets before and after any change.
  const before = asUtc - offsetMs(zone, asUtc - dayMs);
  const after = asUtc - offsetMs(zone, asUtc + dayMs);
  const shown = [...new Set([before, after])].filter((at) => wallTimeIn(zone, at) === wall);
  if (shown.length === 0) return { kind: "skipped", instants: [before, after] };
  return { kind: shown.length > 1 ? "twice" : "once", instants: shown.sort((a, b) => a - b) };
}

/** What the clocks of a zone show at an instant: "2026-11-23T09:00". */
export function wallTimeIn(zone: string, atMs: number): string {
  return new Date(atMs + offsetMs(zone, atMs)).toISOString().slice(0, 16);
}

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
export function offsetMs(zone: string, atMs: number): number {
  const part = new Map(
    clock(zone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
  const shown = Date.UTC(
    ...([read("year"), read("month") - 1, read("day")] as const),
    ...([read("hour"), read("minute"), read("second")] as const),
  );
  return shown - Math.floor(atMs / 1000) * 1000;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    ...({ year: "numeric", month: "numeric", day: "numeric" } as const),
    ...({ hour: "numeric", minute: "numeric", second: "numeric" } as const),
  });
  clocks.set(zone, made);
  return made;
}
