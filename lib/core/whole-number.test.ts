import { expect, test } from "vitest";
import { wholeNumber } from "./whole-number";

test.each([
  ["1000", 1000],
  ["1 000", 1000],
  ["1\u00a0000\u00a0000", 1_000_000],
  ["25,000", 25_000],
  ["25.000", 25_000],
  [" 500 ", 500],
  ["1e3", null],
  ["0x10", null],
  ["12,5", null],
  ["1,0000", null],
  ["0", null],
  ["-5", null],
  ["", null],
  ["1000001", null],
])("%j typed is %j", (typed, value) => {
  expect(wholeNumber(typed, 1_000_000)).toBe(value);
});
