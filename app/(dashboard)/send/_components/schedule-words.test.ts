import { expect, test } from "vitest";
import { distanceWords, instantWords, resolveSchedule } from "./schedule-words";

const warsaw = "Europe/Warsaw";
const said = (iso: string, language: "en" | "pl", here = warsaw) =>
  instantWords(iso, { zone: warsaw, here, language });

test("a time is said in its zone and in UTC, in both languages", () => {
  const iso = "2026-11-23T08:00:00.000Z";
  expect(resolveSchedule({ wall: "2026-11-23T09:00", zone: warsaw, pick: 0 })?.iso).toBe(iso);
  expect(said(iso, "en")).toBe("Mon 23 Nov 2026, 09:00 Europe/Warsaw = 08:00 UTC");
  expect(said(iso, "pl")).toBe("pon. 23 lis 2026, 09:00 Europe/Warsaw = 08:00 UTC");
});

test("in another zone than the reader's it is said on the reader's clock, too", () => {
  expect(said("2026-11-23T08:00:00.000Z", "en", "America/New_York")).toBe(
    "Mon 23 Nov 2026, 09:00 Europe/Warsaw = 03:00 America/New_York = 08:00 UTC",
  );
});

test("where it is another day, the day is said", () => {
  expect(said("2026-11-23T23:30:00.000Z", "en")).toBe(
    "Tue 24 Nov 2026, 00:30 Europe/Warsaw = 23:30 UTC (Mon 23 Nov)",
  );
});

test("a time the clocks skip can mean after the jump or before it", () => {
  const skipped = { wall: "2027-03-28T02:30", zone: warsaw };
  const { kind, choices } = resolveSchedule({ ...skipped, pick: 0 }) ?? {};
  expect(kind).toBe("skipped");
  expect(choices?.map(({ clock, offset }) => `${clock} ${offset}`)).toEqual([
    "03:30 UTC+2",
    "01:30 UTC+1",
  ]);
  expect(resolveSchedule({ ...skipped, pick: 0 })?.iso).toBe("2027-03-28T01:30:00.000Z");
  expect(resolveSchedule({ ...skipped, pick: 1 })?.iso).toBe("2027-03-28T00:30:00.000Z");
});

test("a time that comes twice can mean the first or the second", () => {
  const twice = { wall: "2027-10-31T02:30", zone: warsaw };
  expect(resolveSchedule({ ...twice, pick: 0 })?.iso).toBe("2027-10-31T00:30:00.000Z");
  expect(resolveSchedule({ ...twice, pick: 1 })?.iso).toBe("2027-10-31T01:30:00.000Z");
});

test("an incomplete value is no time", () => {
  expect(resolveSchedule({ wall: "", zone: warsaw, pick: 0 })).toBeNull();
  expect(resolveSchedule({ wall: "2026-11-23", zone: warsaw, pick: 0 })).toBeNull();
});

test("how far away it is, or that it is past", () => {
  const now = Date.parse("2026-11-22T10:30:00Z");
  expect(distanceWords("2026-11-22T11:00:00Z", now, "en")).toBe("in 30 min");
  expect(distanceWords("2026-11-23T08:00:00Z", now, "pl")).toBe("za 21 h 30 min");
  expect(distanceWords("2026-11-30T08:00:00Z", now, "pl")).toBe("za 7 dni");
  expect(distanceWords("2026-11-22T10:00:00Z", now, "en")).toBeNull();
});
