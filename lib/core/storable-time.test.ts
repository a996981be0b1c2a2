import { expect, test } from "vitest";
import { CalendarDay, isStorableTime } from "./storable-time";

test.each([
  ["0001-01-01T00:00:00Z", true],
  ["9999-12-31T23:59:59Z", true],
  ["0001-01-01T00:00:00+01:00", false],
  ["9999-12-31T23:59:59-01:00", false],
  ["never", false],
])("whether the database takes the time %s: %s", (text, expected) => {
  expect(isStorableTime(new Date(text))).toBe(expected);
});

test.each([
  ["2026-02-28", true],
  ["2026-02-30", false],
  ["0026-02-28", false],
  ["9999-12-31", false],
])("whether %s is a day to ask for: %s", (text, expected) => {
  expect(CalendarDay.safeParse(text).success).toBe(expected);
});
