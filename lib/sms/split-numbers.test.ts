import { describe, expect, test } from "vitest";
import { maxNumbersLength, sliceLines, splitNumbers, uniqueNumbers } from "./split-numbers";

const written = (text: string) => splitNumbers(text).numbers.map((each) => each.written);

test.each([
  ["", []],
  [" \n, ;", []],
  ["-", []],
  ["48732129000", ["48732129000"]],
  ["+48 732 129 000", ["+48732129000"]],
  ["0048 (732) 129-000", ["+48732129000"]],
  [
    "48732129000\r\n48732129001,48732129002; 48732129003",
    [0, 1, 2, 3].map((n) => `4873212900${n}`),
  ],
  ["48 732 129 000, 48 732 129 001", ["48732129000", "48732129001"]],
  ["48732129000 48732129001\t48732129002", [0, 1, 2].map((n) => `4873212900${n}`)],
  ["48732129000 / 48732129001", ["48732129000", "48732129001"]],
  ["48732129000 ::: 48732129001:::48732129002", [0, 1, 2].map((n) => `4873212900${n}`)],
  ["+48 732 129 000 +1 202 555 0123", ["+48732129000", "+12025550123"]],
  ["\u202A+48\u00A0732\u2011129\u2011000\u202C", ["+48732129000"]],
])("%j holds %j", (text, numbers) => {
  expect(written(text)).toEqual(numbers);
});

describe("what a spreadsheet made of a number is undone, or left to be named", () => {
  test.each([
    ["48732129000.0\n48732129001.00", ["48732129000", "48732129001"]],
    ["48732129000,0\n48732129001,0", ["48732129000", "48732129001"]],
    ['"48732129000","48732129001"', ["48732129000", "48732129001"]],
    ["'48732129000\n„48732129001”", ["48732129000", "48732129001"]],
    ["48,732,129,000", ["48732129000"]],
    ["4.8732129123E+10", ["48732129123"]],
    ["4.8732129E+10\n4,8732129E+10", ["4.8732129E+10", "4.8732129E+10"]],
  ])("%j", (text, numbers) => {
    expect(written(text)).toEqual(numbers);
  });
});

describe("names beside numbers are set apart", () => {
  test.each([
    ["Anna Kowalska; 732129000\nJan Nowak; 732129001", "; "],
    ["Anna Kowalska\t732129000\nJan Nowak\t732129001", "tab"],
    ["732129000|Anna Kowalska\n732129001|Jan Nowak", "bar"],
  ])("%j", (text) => {
    const { numbers, texts } = splitNumbers(text);
    expect(numbers.map((each) => each.written)).toEqual(["732129000", "732129001"]);
    expect(texts).toEqual(["Anna Kowalska", "Jan Nowak"]);
  });

  test("a heading, an address, and words before or after a number", () => {
    const { numbers, texts } = splitNumbers(
      "Telefon\nul. Długa 12\nAnna Kowalska 732 129 000\n732129001 Jan\ntel. 732129002\ntel:+48732129003",
    );
    expect(texts).toEqual(["Telefon", "ul. Długa 12"]);
    expect(numbers.map((each) => each.written)).toEqual([
      "732129000",
      "732129001",
      "732129002",
      "+48732129003",
    ]);
  });

  test.each(["48732l29000", "48732129000 ext 5", "48732129000 Ewa 48732129001"])(
    "%j is a number gone wrong, not a name",
    (text) => {
      expect(splitNumbers(text)).toEqual({ numbers: [{ typed: text, written: text }], texts: [] });
    },
  );
});

test("what cannot be told apart stays in one piece, to be shown as wrong", () => {
  expect(written("48 732 129 000 48 732 129 001")).toHaveLength(1);
});

test("a number written twice is one number", () => {
  const { numbers } = splitNumbers("48732129000\n48 732 129 000\n48732129001");
  expect(uniqueNumbers(numbers)).toEqual(["48732129000", "48732129001"]);
});

test("a long list split slice by slice has the numbers and the texts of the whole, in order", () => {
  const lines = Array.from(
    { length: 3000 },
    (_, at) =>
      [`Anna Kowalska\t${48_732_129_000 + at}`, "Total;1,234,567,890", "\r", `+48 22 ${at}`][
        at % 4
      ],
  );
  const text = `\n\n${lines.join("\n")}\n`;
  const slices = [...sliceLines(text)].map(splitNumbers);
  expect(slices.length).toBeGreaterThan(5);
  expect({
    numbers: slices.flatMap(({ numbers }) => numbers),
    texts: slices.flatMap(({ texts }) => texts),
  }).toEqual(splitNumbers(text));
  expect([...sliceLines("")]).toEqual([]);
  expect([...sliceLines("1".repeat(maxNumbersLength))]).toHaveLength(1);
});

test("a long text is split in a moment, whatever it is made of", () => {
  const rows = splitNumbers("Anna Kowalska; 732 129 000\n".repeat(5000));
  expect([rows.numbers.length, rows.texts.length]).toEqual([5000, 5000]);
  for (const part of [" ", " +", " :", "1,", "1 ", "a ", '"', ":", "1"])
    splitNumbers(part.repeat(50_000));
}, 20_000);
