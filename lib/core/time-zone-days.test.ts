import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, dayStart, laterDay, wallMoment } from "./time-zone";

const minuteMs = 60_000;
const zones = Intl.supportedValuesOf("timeZone");

/** Some moment from 1972, when the last zone gave up fractions of a minute, to 2037. */
const anyMoment = fc
  .integer({ min: Date.UTC(1972, 1, 1), max: Date.UTC(2037, 11, 31) })
  .map((ms) => new Date(ms - (ms % minuteMs)));
const anyZone = fc.constantFrom(...zones);

/** What the clocks of a zone show, by the platform itself: "2026-05-15T14:05". */
function shown(at: Date, zone: string): string {
  const style = { dateStyle: "short", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat("sv", { timeZone: zone, ...style }).format(at).replace(" ", "T");
}

describe("in every zone there is", () => {
  test("each moment lies between the beginning of its day and that of the next", () => {
    fc.assert(
      fc.property(anyMoment, anyZone, (at, zone) => {
        const day = dayOf(at, zone);
        expect(day).toBe(shown(at, zone).slice(0, 10));
        expect(dayStart(day, zone).getTime()).toBeLessThanOrEqual(at.getTime());
        expect(dayStart(laterDay(day, 1), zone).getTime()).toBeGreaterThan(at.getTime());
      }),
      { numRuns: 100 },
    );
  });

  test("a moment is among those that its clock time may mean, and each of them is shown so", () => {
    fc.assert(
      fc.property(anyMoment, anyZone, (at, zone) => {
        const wall = shown(at, zone);
        const earlier = wallMoment(wall, zone, "earlier");
        const later = wallMoment(wall, zone, "later");
        expect([earlier.getTime(), later.getTime()]).toContain(at.getTime());
        expect([shown(earlier, zone), shown(later, zone)]).toEqual([wall, wall]);
        expect(earlier.getTime()).toBeLessThanOrEqual(later.getTime());
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  // At one o'clock back to midnight, in zones ahead of UTC: the first midnight counts.
  ["2021-10-29", "Asia/Amman", "2021-10-28T21:00:00.000Z", 25],
  ["2021-10-29", "Asia/Gaza", "2021-10-28T21:00:00.000Z", 25],
  ["2004-09-22", "Asia/Jerusalem", "2004-09-21T21:00:00.000Z", 25],
  ["2014-10-26", "Asia/Magadan", "2014-10-25T12:00:00.000Z", 26],
  // By half an hour, and the date line crossed twice over.
  ["2026-04-05", "Australia/Lord_Howe", "2026-04-04T13:00:00.000Z", 24.5],
  ["2011-12-29", "Pacific/Apia", "2011-12-29T10:00:00.000Z", 24],
  // A day that was left out has no moment: it begins where the next does.
  ["2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00.000Z", 0],
])("%s in %s begins at %s and has %s hours", (day, zone, ...[start, hours]) => {
  const begins = dayStart(day, zone);
  const ends = dayStart(laterDay(day, 1), zone);
  expect(begins.toISOString()).toBe(start);
  expect((ends.getTime() - begins.getTime()) / 3_600_000).toBe(hours);
});

test("the days of a leap year follow each other, backwards too", () => {
  let day = "2028-01-01";
  const seen = new Set<string>();
  while (day < "2029-01-01") {
    seen.add(day);
    expect(laterDay(laterDay(day, 1), -1)).toBe(day);
    day = laterDay(day, 1);
  }
  expect(seen.size).toBe(366);
  expect(laterDay("2028-03-01", -1)).toBe("2028-02-29");
});
