import { expect, test } from "vitest";
import { failureRate } from "./failure-rate";

test("a failure rate is of the messages that ended, and there is none before one has", () => {
  expect(failureRate({ delivered: 0, failed: 0 })).toBeNull();
  expect(failureRate({ delivered: 3, failed: 1 })).toBe(25);
  expect(failureRate({ delivered: 0, failed: 7 })).toBe(100);
});
