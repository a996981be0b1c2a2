/** When nothing is sent, by the clock of the recipient: `21:00` to `08:00`. */
export interface QuietHours {
  from: string;
  until: string;
}

/** The Intl of newer engines has this in the place of `timeZones`. */
type ZonedLocale = Intl.Locale & { timeZones?: string[]; getTimeZones?(): string[] | undefined };

const minuteMs = 60_000;
const dayMinutes = 1440;
const minutes = Array.from({ length: dayMinutes }, (_each, minute) => minute);

const clocks = new Map<string, Intl.DateTimeFormat>();
const zonesByCountry = new Map<string, string[]>();

/**
 * Until when a country is quiet; undefined when it is not. One with several time zones is quiet as long as any of them
 * is, for a number does not say where its phone is.
 */
export function quietUntil(
  country: string,
  { from, until }: QuietHours,
  now: Date,
): Date | undefined {
  const left = zonesOf(country).map((zone) => {
    const minute = minuteIn(zone, now);
    return isWithin(minute, minuteOf(from), minuteOf(until))
      ? (minuteOf(until) - minute + dayMinutes) % dayMinutes
      : 0;
  });
  const longest = Math.max(0, ...left);
  if (longest === 0) return undefined;
  const wholeMinute = Math.floor(now.getTime() / minuteMs) * minuteMs;
  return new Date(wholeMinute + longest * minuteMs);
}

/**
 * Whether a country is quiet at every moment of a day, in winter or in summer: the more its clocks differ, the shorter
 * the hours must be that leave one.
 */
export function isAlwaysQuiet(country: string, { from, until }: QuietHours, now: Date): boolean {
  const year = now.getUTCFullYear();
  return [Date.UTC(year, 0), Date.UTC(year, 6)].some((midnight) => {
    const clocksThen = new Set(zonesOf(country).map((zone) => minuteIn(zone, new Date(midnight))));
    return minutes.every((minute) =>
      [...clocksThen].some((clock) =>
        isWithin((clock + minute) % dayMinutes, minuteOf(from), minuteOf(until)),
      ),
    );
  });
}

function isWithin(minute: number, from: number, until: number): boolean {
  return from < until ? minute >= from && minute < until : minute >= from || minute < until;
}

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function minuteIn(zone: string, now: Date): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit" });
  clocks.set(zone, clock);
  return minuteOf(clock.format(now));
}

function zonesOf(country: string): string[] {
  const known = zonesByCountry.get(country);
  if (known) return known;
  const locale = new Intl.Locale(`und-${country}`) as ZonedLocale;
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  zonesByCountry.set(country, zones);
  return zones;
}
