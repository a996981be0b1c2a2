import { expect, test } from "vitest";
import { readDays } from "./read-days";

test.each([
  ["2026-05-01", "2026-05-15", { from: "2026-05-01", to: "2026-05-15" }],
  ["2026-05-15", "2026-05-01", { from: "2026-05-01", to: "2026-05-15" }],
  ["2026-05-15", "", { from: "2026-05-15", to: "2026-05-15" }],
  ["2025-05-15", "2026-05-15", { from: "2026-02-13", to: "2026-05-15" }],
  ["yesterday", "2026-05-15", null],
  ["2026-02-30", "2026-05-15", null],
  ["", "", null],
  ["0026-11-22", "0026-11-22", null],
  ["9999-12-31", "9999-12-31", null],
  [["2026-05-01"], undefined, null],
])("from %j to %j: %j", (from, to, days) => {
  expect(readDays(from, to)).toEqual(days);
});
