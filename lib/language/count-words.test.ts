import { expect, test } from "vitest";
import { countWords } from "./count-words";

const segments = { one: "segment", few: "segmenty", many: "segmentów", other: "segmentu" };

test.each([
  [0, "0 segmentów"],
  [1, "1 segment"],
  [2, "2 segmenty"],
  [4, "4 segmenty"],
  [5, "5 segmentów"],
  [12, "12 segmentów"],
  [22, "22 segmenty"],
  [112, "112 segmentów"],
  [1.5, "1,5 segmentu"],
  [12345, "12 345 segmentów"],
])("%d in Polish is %s", (count, words) => {
  expect(countWords("pl", count, segments).replaceAll("\u00a0", " ")).toBe(words);
});

test("in English one is one, and thousands are grouped", () => {
  const forms = { one: "segment", other: "segments" };
  expect([0, 1, 2, 1234].map((count) => countWords("en", count, forms))).toEqual([
    "0 segments",
    "1 segment",
    "2 segments",
    "1,234 segments",
  ]);
});
