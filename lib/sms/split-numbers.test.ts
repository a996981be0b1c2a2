import { expect, test } from "vitest";
import { splitNumbers, uniqueNumbers } from "./split-numbers";

const digits = (text: string) => splitNumbers(text).map((each) => each.digits);

test.each([
  ["", []],
  [" \n, ;", []],
  ["48732129000", ["48732129000"]],
  ["+48 732 129 000", ["48732129000"]],
  ["0048 (732) 129-000", ["48732129000"]],
  [
    "48732129000\r\n48732129001,48732129002; 48732129003",
    [0, 1, 2, 3].map((n) => `4873212900${n}`),
  ],
  ["48 732 129 000, 48 732 129 001", ["48732129000", "48732129001"]],
  ["48732129000 48732129001\t48732129002", [0, 1, 2].map((n) => `4873212900${n}`)],
  ["+48 732 129 000 +1 202 555 0123", ["48732129000", "12025550123"]],
  ["\u202A+48\u00A0732\u2011129\u2011000\u202C", ["48732129000"]],
  ["Ada Lovelace", ["AdaLovelace"]],
])("%j holds %j", (text, numbers) => {
  expect(digits(text)).toEqual(numbers);
});

test("what cannot be told apart stays in one piece, to be shown as wrong", () => {
  expect(digits("48 732 129 000 48 732 129 001")).toHaveLength(1);
});

test("a number written twice, in whatever way, is one number", () => {
  expect(uniqueNumbers(splitNumbers("48732129000\n+48 732 129 000\n48732129001"))).toEqual([
    "48732129000",
    "48732129001",
  ]);
});
