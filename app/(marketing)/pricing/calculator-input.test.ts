import { expect, test } from "vitest";
import { readCalculatorInput, segmentsOf, toQuery } from "./calculator-input";

test.each([
  [{}, { messages: 5000, segments: 1, text: "", isWrong: false }],
  [
    { n: "25000", seg: "3" },
    { messages: 25_000, segments: 3, isWrong: false },
  ],
  [{ n: "25 000" }, { messages: 25_000 }],
  [{ n: "1,250,000" }, { messages: 1_250_000 }],
  [{ n: "1.250.000" }, { messages: 1_250_000 }],
  [{ n: "1.5" }, { messages: 5000, isWrong: true }],
  [{ n: "0" }, { isWrong: true }],
  [{ n: "100000001" }, { isWrong: true }],
  [{ n: "-5" }, { isWrong: true }],
  [{ seg: "11" }, { segments: 1 }],
  [{ n: ["7", "8"] }, { messages: 7 }],
])("the address %j asks %j", (params, input) => {
  expect(readCalculatorInput(params)).toMatchObject(input);
});

test("an address asks again what it was made from", () => {
  for (const input of [
    { messages: 25_000, segments: 3, text: "" },
    { messages: 1, segments: 1, text: "Zażółć & co\n🌲=?" },
  ]) {
    const params = Object.fromEntries(new URLSearchParams(toQuery(input)));
    expect(readCalculatorInput(params)).toEqual({ ...input, isWrong: false });
  }
});

test("a text says its segments itself, up to what a message may have", () => {
  expect(segmentsOf({ messages: 1, segments: 7, text: "ą".repeat(71) }).segments).toBe(2);
  const long = segmentsOf({ messages: 1, segments: 1, text: "a".repeat(1531) });
  expect(long).toEqual({ segments: 10, wanted: 11 });
});
