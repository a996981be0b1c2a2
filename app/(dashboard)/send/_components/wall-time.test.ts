import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readWallTime, wallTimeIn } from "./wall-time";

const read = (wall: string, zone: string) => {
  const found = readWallTime(wall, zone);
  return (
    found && [found.kind, ...found.instants.map((at) => new Date(at).toISOString().slice(0, 16))]
  );
};

describe("a wall time in a zone", () => {
  it.each([
    ["2026-11-23T09:00", "Europe/Warsaw", ["once", "2026-11-23T08:00"]],
    ["2026-07-01T09:00", "Europe/Warsaw", ["once", "2026-07-01T07:00"]],
    ["2026-11-23T09:00", "UTC", ["once", "2026-11-23T09:00"]],
    ["2026-11-23T09:00", "Asia/Kathmandu", ["once", "2026-11-23T03:15"]],
    ["2026-11-23T09:00", "Pacific/Kiritimati", ["once", "2026-11-22T19:00"]],
    // The clocks go forward: the edges of the hour that is missing exist.
    ["2027-03-28T01:59", "Europe/Warsaw", ["once", "2027-03-28T00:59"]],
    ["2027-03-28T02:00", "Europe/Warsaw", ["skipped", "2027-03-28T01:00", "2027-03-28T00:00"]],
    ["2027-03-28T02:30", "Europe/Warsaw", ["skipped", "2027-03-28T01:30", "2027-03-28T00:30"]],
    ["2027-03-28T03:00", "Europe/Warsaw", ["once", "2027-03-28T01:00"]],
    ["2027-03-14T02:30", "America/New_York", ["skipped", "2027-03-14T07:30", "2027-03-14T06:30"]],
    // The clocks go back: the hour comes twice, and only that hour.
    ["2027-10-31T01:59", "Europe/Warsaw", ["once", "2027-10-30T23:59"]],
    ["2027-10-31T02:00", "Europe/Warsaw", ["twice", "2027-10-31T00:00", "2027-10-31T01:00"]],
    ["2027-10-31T02:59", "Europe/Warsaw", ["twice", "2027-10-31T00:59", "2027-10-31T01:59"]],
    ["2027-10-31T03:00", "Europe/Warsaw", ["once", "2027-10-31T02:00"]],
    ["2026-11-01T01:30", "America/New_York", ["twice", "2026-11-01T05:30", "2026-11-01T06:30"]],
    // South of the equator, and a change of half an hour.
    [
      "2026-10-04T02:15",
      "Australia/Lord_Howe",
      ["skipped", "2026-10-03T15:45", "2026-10-03T15:15"],
    ],
    ["2027-04-04T01:45", "Australia/Lord_Howe", ["twice", "2027-04-03T14:45", "2027-04-03T15:15"]],
    // A whole day that Samoa never had.
    ["2011-12-30T12:00", "Pacific/Apia", ["skipped", "2011-12-30T22:00", "2011-12-29T22:00"]],
    ["", "UTC", null],
    ["2026-11-23", "UTC", null],
    ["2026-13-23T09:00", "UTC", null],
  ])("%s in %s is %j", (wall, zone, meaning) => {
    expect(read(wall, zone)).toEqual(meaning);
  });
});

test("in every zone an instant's wall time reads back as that instant, all year round", () => {
  const zone = fc.constantFrom("UTC", ...Intl.supportedValuesOf("timeZone"));
  const minute = fc.integer({ min: Date.UTC(2024) / 60_000, max: Date.UTC(2030) / 60_000 });
  fc.assert(
    fc.property(zone, minute, (name, at) => {
      const instant = at * 60_000;
      expect(readWallTime(wallTimeIn(name, instant), name)?.instants).toContain(instant);
    }),
    { numRuns: 500 },
  );
});

test("what is said to be skipped is shown at no instant near it, what comes twice at both", () => {
  const change = fc.constantFrom(
    ...(["Europe/Warsaw", "America/New_York", "Australia/Lord_Howe", "America/Santiago"] as const),
  );
  const minute = fc.integer({ min: Date.UTC(2026) / 60_000, max: Date.UTC(2027) / 60_000 });
  fc.assert(
    fc.property(change, minute, (name, at) => {
      const wall = new Date(at * 60_000).toISOString().slice(0, 16);
      const found = readWallTime(wall, name);
      const shown = found?.instants.filter((instant) => wallTimeIn(name, instant) === wall);
      expect(shown).toHaveLength({ once: 1, skipped: 0, twice: 2 }[found?.kind ?? "once"]);
    }),
    { numRuns: 500 },
  );
});
