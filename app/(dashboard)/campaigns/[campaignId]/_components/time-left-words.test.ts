import { expect, test } from "vitest";
import { runWords } from "../run-words";
import { timeLeftWords } from "./time-left-words";

test.each([
  [0, "1 s"],
  [3, "5 s"],
  [59, "60 s"],
  [61, "2 min"],
  [3540, "59 min"],
  [7801, "2 h 11 min"],
])("%d seconds are about %s", (seconds, words) => {
  expect(timeLeftWords(seconds, runWords.en)).toBe(words);
});
