import { expect, test } from "vitest";
import { recentWords } from "./recent-strip";

test.each([
  [["delivered"], "1 of 1 delivered"],
  [["delivered", "pending"], "1 of the last 2 delivered, 1 pending"],
  [["failed", "delivered", "pending", "failed"], "1 of the last 4 delivered, 1 pending, 2 failed"],
] as const)("%j is “%s”", (statuses, words) => {
  expect(recentWords(statuses)).toBe(words);
});
