import { expect, test } from "vitest";
import { absoluteTime, dayClock, dayWords, relativeTime, tookWords } from "./time-words";

const now = Date.parse("2026-05-15T14:23:47.000Z");
const ago = (ms: number) => relativeTime(new Date(now - ms).toISOString(), now, { zone: "UTC" });

test.each([
  [0, "just now"],
  [4_999, "just now"],
  [25_000, "25 s ago"],
  [-40_000, "in 40 s"],
  [60_000, "1 min ago"],
  [-59 * 60_000, "in 59 min"],
  [3 * 3_600_000, "3 h ago"],
  [6 * 86_400_000, "6 d ago"],
  [8 * 86_400_000, "7 May"],
  [200 * 86_400_000, "27 Oct 2025"],
])("%d ms away reads as %s", (ms, words) => {
  expect(ago(ms)).toBe(words);
});

test("the exact time names its zone", () => {
  expect(absoluteTime("2026-05-15T14:23:47.291Z", "Europe/Warsaw")).toMatch(
    /^15 May 2026, 16:23:47 (CEST|GMT\+2)$/,
  );
});

test.each([
  [-5, "0 ms"],
  [420, "420 ms"],
  [1_249, "1.2 s"],
  [250_000, "4 min 10 s"],
  [11_100_000, "3 h 5 min"],
])("%d ms are said as %s", (ms, words) => {
  expect(tookWords(ms)).toBe(words);
});

test.each([
  [0, "przed chwilą"],
  [25_000, "25 s temu"],
  [-4 * 60_000, "za 4 min"],
  [3 * 3_600_000, "3 godz. temu"],
  [86_400_000, "1 dzień temu"],
  [6 * 86_400_000, "6 dni temu"],
  [8 * 86_400_000, "7 maj"],
])("in Polish %d ms away reads as %s", (ms, words) => {
  const at = new Date(now - ms).toISOString();
  expect(relativeTime(at, now, { zone: "UTC", language: "pl" })).toBe(words);
});

test("in Polish a duration has a decimal comma", () => {
  expect(tookWords(1249, "pl")).toBe("1,2 s");
});

test("a day is written as the language writes it", () => {
  expect(dayWords("2026-05-15")).toBe("15 May 2026");
  expect(dayWords("2026-05-15", "pl")).toBe("15 maj 2026");
});

test.each([
  ["2026-05-15T12:05:00Z", "14:05"],
  ["2026-05-14T21:59:00Z", "14 May, 23:59"],
  ["2026-05-14T22:00:00Z", "00:00"],
  ["2025-12-31T12:00:00Z", "31 Dec 2025, 13:00"],
])("in the log of a reader in Warsaw %s reads as %s", (at, words) => {
  expect(dayClock(at, now, { zone: "Europe/Warsaw" })).toBe(words);
});
