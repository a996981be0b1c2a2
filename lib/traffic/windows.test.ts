import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayOf, laterDay } from "../core/time-zone";
import { windowsOf } from "./_windows";

const hourMs = 3_600_000;

/** Zones that go back and forth in every way there is, at midnight too, beside those of whole and of half hours. */
const zones = [
  ...["Europe/Warsaw", "America/Havana", "America/Santiago", "Atlantic/Azores", "Africa/Cairo"],
  ...["Asia/Amman", "Pacific/Apia", "UTC", "Asia/Kolkata", "Australia/Lord_Howe", "Asia/Kathmandu"],
];
const anyZone = fc.constantFrom(...zones);
const anyMoment = fc
  .integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2030, 0, 1) })
  .map((ms) => new Date(ms));

const isRising = (bounds: Date[]) =>
  bounds.every((at, place) => place === 0 || at >= (bounds[place - 1] ?? at));

describe("whenever and wherever somebody looks", () => {
  test("the bars follow each other without a gap, each of whole hours, and the last one holds this moment", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("24h" as const, "7d" as const, "30d" as const),
        anyZone,
        anyMoment,
        (range, zone, now) => {
          const { hours, week, today, chart } = windowsOf(range, zone, now);
          for (const bounds of [hours, week, chart]) {
            expect(isRising(bounds)).toBe(true);
            expect(bounds.every((at) => at.getTime() % hourMs === 0)).toBe(true);
            expect(bounds.at(-1)?.getTime()).toBeGreaterThan(now.getTime());
            expect(bounds.at(-2)?.getTime()).toBeLessThanOrEqual(now.getTime());
          }
          expect([hours.length, week.length]).toEqual([25, 8]);
          expect(chart).toHaveLength({ "24h": 25, "7d": 8, "30d": 31 }[range]);
          expect(week.at(-2)).toEqual(today);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("days are the reader's where their midnights are full hours, and UTC's elsewhere", () => {
    fc.assert(
      fc.property(anyZone, anyMoment, (zone, now) => {
        const { zone: shown, week, today } = windowsOf("7d", zone, now);
        expect([zone, "UTC"]).toContain(shown);
        expect(dayOf(today, shown)).toBe(dayOf(now, shown));
        if (zone === "Asia/Kolkata" || zone === "Asia/Kathmandu") expect(shown).toBe("UTC");
        const days = week.slice(0, -1).map((at) => dayOf(at, shown));
        const wanted = [6, 5, 4, 3, 2, 1, 0].map((back) => laterDay(dayOf(now, shown), -back));
        // A day that the zone left out begins with the next.
        if (shown !== "Pacific/Apia") expect(days).toEqual(wanted);
      }),
      { numRuns: 200 },
    );
  });
});

test.each([
  ["2026-03-29", "Europe/Warsaw", 23],
  ["2026-10-25", "Europe/Warsaw", 25],
  ["2026-05-15", "Europe/Warsaw", 24],
  ["2021-10-29", "Asia/Amman", 25],
  ["2026-03-08", "America/Havana", 23],
  ["2011-12-30", "Pacific/Apia", 0],
  ["2026-05-15", "Asia/Kolkata", 24],
])("the one day %s in %s is shown by its %i hours", (day, zone, hours) => {
  const { chart } = windowsOf({ from: day, to: day }, zone, new Date("2026-11-28T12:00:00Z"));
  expect(chart).toHaveLength(hours + 1);
});
