import { expect, test, vi } from "vitest";
import { readRetryAfter } from "./read-retry-after";

test.each<[string | null | undefined, number | null]>([
  ["0", 0],
  ["2", 2000],
  [" 30 ", 30_000],
  ["12.5", 13_000],
  ["12.", null],
  ["86400", 3_600_000],
  ["Sun, 22 Nov 2026 12:00:30 GMT", 30_000],
  ["Sun, 22 Nov 2026 11:00:00 GMT", 0],
  ["soon", null],
  ["-5", null],
  ["", null],
  [null, null],
  [undefined, null],
])("Retry-After %j is %j ms", (header, ms) => {
  vi.useFakeTimers({ now: Date.parse("2026-11-22T12:00:00Z") });
  expect(readRetryAfter(header)).toBe(ms);
  vi.useRealTimers();
});
