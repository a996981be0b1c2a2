import { afterEach, beforeEach, expect, test } from "vitest";
import { resolveSchedule, wallTime } from "./schedule-words";

const zoneBefore = process.env["TZ"];
beforeEach(() => {
  process.env["TZ"] = "Europe/Warsaw";
});
afterEach(() => {
  process.env["TZ"] = zoneBefore ?? "";
});

const now = Date.parse("2026-11-22T10:30:00Z");

test("a wall time is resolved in the reader's zone and said in UTC, too", () => {
  expect(resolveSchedule("2026-11-23T09:00", now)).toEqual({
    iso: "2026-11-23T08:00:00.000Z",
    words: "Mon 23 Nov 2026, 09:00 Europe/Warsaw = 08:00 UTC, in 21 h 30 min",
    warning: null,
  });
});

test("the day is said when it is another one in UTC", () => {
  expect(resolveSchedule("2026-11-24T00:30", now)?.words).toContain("23:30 UTC on 2026-11-23");
});

test("a time the clocks skip is moved and said so", () => {
  const resolved = resolveSchedule("2027-03-28T02:30", now);
  expect(resolved?.iso).toBe("2027-03-28T01:30:00.000Z");
  expect(resolved?.warning).toContain("02:30 is skipped: it leaves at 03:30");
});

test("a time that comes twice means the first one and says so", () => {
  const resolved = resolveSchedule("2027-10-31T02:30", now);
  expect(resolved?.iso).toBe("2027-10-31T00:30:00.000Z");
  expect(resolved?.warning).toContain("comes twice");
});

test("an incomplete value is no time", () => {
  expect(resolveSchedule("", now)).toBeNull();
  expect(resolveSchedule("2026-11-23", now)).toBeNull();
});

test("a wall time reads back as it was shown", () => {
  const at = new Date("2026-07-01T10:15:00Z");
  expect(new Date(wallTime(at)).getTime()).toBe(at.getTime());
});
