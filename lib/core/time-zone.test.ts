import { expect, test } from "vitest";
import { dayOf, dayStart, isTimeZone, laterDay, wallMoment } from "./time-zone";

test.each([
  ["2026-05-15", "UTC", "2026-05-15T00:00:00.000Z"],
  ["2026-05-15", "Europe/Warsaw", "2026-05-14T22:00:00.000Z"],
  ["2026-11-15", "Europe/Warsaw", "2026-11-14T23:00:00.000Z"],
  // The clocks go back in the night after, and forward in the night after.
  ["2026-10-25", "Europe/Warsaw", "2026-10-24T22:00:00.000Z"],
  ["2026-10-26", "Europe/Warsaw", "2026-10-25T23:00:00.000Z"],
  ["2026-03-30", "Europe/Warsaw", "2026-03-29T22:00:00.000Z"],
  ["2026-05-15", "Asia/Kolkata", "2026-05-14T18:30:00.000Z"],
  ["2026-05-15", "America/Los_Angeles", "2026-05-15T07:00:00.000Z"],
  // The clocks leap over midnight: the day begins at one.
  ["2026-03-29", "Atlantic/Azores", "2026-03-29T01:00:00.000Z"],
  ["2026-03-08", "America/Havana", "2026-03-08T05:00:00.000Z"],
  ["2026-09-06", "America/Santiago", "2026-09-06T04:00:00.000Z"],
  ["2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00.000Z"],
  // They go back at midnight, to the day before or to the same day's beginning.
  ["2026-04-05", "America/Santiago", "2026-04-05T04:00:00.000Z"],
  ["2026-11-01", "America/Havana", "2026-11-01T04:00:00.000Z"],
  ["2026-10-30", "Africa/Cairo", "2026-10-29T22:00:00.000Z"],
])("%s begins in %s at %s, and is the day of its first and last moment", (day, zone, start) => {
  expect(dayStart(day, zone).toISOString()).toBe(start);
  expect(dayOf(new Date(start), zone)).toBe(day);
  const end = dayStart(laterDay(day, 1), zone);
  expect(dayOf(new Date(end.getTime() - 1), zone)).toBe(day);
});

test.each([
  ["Europe/Warsaw", true],
  ["Asia/Kolkata", true],
  ["Asia/Calcutta", true],
  ["UTC", true],
  ["Mars", false],
  ["", false],
])("whether %s is a zone: %s", (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});

test.each([
  ["2026-05-15T14:05", "UTC", "14:05", "14:05"],
  ["2026-05-15T14:05", "Europe/Warsaw", "12:05", "12:05"],
  ["2026-05-15T14:05", "Asia/Kathmandu", "08:20", "08:20"],
  // Shown twice, and never.
  ["2026-10-25T02:30", "Europe/Warsaw", "00:30", "01:30"],
  ["2026-03-29T02:30", "Europe/Warsaw", "00:30", "01:30"],
])(
  "clocks show %s in %s at %s UTC at the earliest and %s at the latest",
  (wall, zone, ...times) => {
    const moments = [wallMoment(wall, zone, "earlier"), wallMoment(wall, zone, "later")];
    expect(moments.map((at) => at.toISOString().slice(11, 16))).toEqual(times);
  },
);
