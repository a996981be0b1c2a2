import { expect, test } from "vitest";
import { readNumber } from "@/lib/numbers/read-number";
import { splitNumbers, uniqueNumbers } from "@/lib/sms/split-numbers";
import { wordReading } from "../word-reading";
import { sumRecipients } from "./sum-recipients";

function sum(text: string, country: "PL" | null = null) {
  const { numbers } = splitNumbers(text);
  const verdicts = uniqueNumbers(numbers).map(
    (each) => [each, wordReading(readNumber(each, country), "en")] as const,
  );
  return sumRecipients(numbers, new Map(verdicts));
}

const national = Array.from({ length: 296 }, (_, at) => String(732_129_000 + at));

test("300 national numbers are none of 298, and most of them lack the same code", () => {
  const pasted = [...national, national[0], national[1], "48221234567", "12"].join("\n");
  const { count, reachable, groups, duplicates } = sum(pasted);
  expect([reachable.length, count, duplicates]).toEqual([0, 298, 2]);
  expect(groups.map(({ problem, code, numbers }) => [problem, code, numbers.length])).toEqual([
    ["no_country_code", "48", 296],
    ["landline", null, 1],
    ["not_a_number", null, 1],
  ]);
});

test("with a default country they are reached, and said to be corrected", () => {
  const { count, reachable, groups } = sum(national.join("\n"), "PL");
  expect([reachable.length, count, groups.length]).toEqual([296, 296, 0]);
  expect(reachable[0]).toEqual({ written: "732129000", to: "48732129000", isCorrected: true });
});

test("one number in several spellings is one recipient", () => {
  const { count, reachable, duplicates } = sum("+44 (0)7911 123456\n447911123456\n+447911123456");
  expect([reachable.length, count, duplicates]).toEqual([1, 1, 2]);
});

test("a name column is no duplicate", () => {
  const lines = national.map((each, at) => `Anna Kowalska${at % 3 ? "" : " II"}; 48${each}`);
  const { count, duplicates } = sum(lines.join("\n"));
  expect([count, duplicates]).toEqual([296, 0]);
});

test("what is not checked yet counts as reachable, and is said to be unchecked", () => {
  const { numbers } = splitNumbers("48732129000\n12");
  expect(sumRecipients(numbers, new Map())).toMatchObject({ count: 2, isChecked: false });
});
