import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countSegments } from "./count-segments";
import { findNonGsmCharacters } from "./find-non-gsm-characters";

test("a text in the GSM alphabet has none", () => {
  expect(findNonGsmCharacters("Kod: 482910 [€] ~ñ\r\n")).toEqual([]);
});

describe("a character outside the alphabet is named and given a look-alike", () => {
  test.each([
    ["ą", "letter ą", "a"],
    ["Ż", "letter Ż", "Z"],
    ["ł", "letter ł", "l"],
    ["ç", "letter ç", "c"],
    ["ﬁ", "letter ﬁ", "fi"],
    ["Ж", "letter Ж", null],
    ["中", "letter 中", null],
    ["”", "right double quote", '"'],
    ["„", "low double quote", '"'],
    ["’", "right single quote", "'"],
    ["–", "en dash", "-"],
    ["…", "ellipsis", "..."],
    ["\u00a0", "no-break space", " "],
    ["\u202f", "narrow no-break space", " "],
    ["\u200b", "zero-width space", ""],
    ["\ufeff", "byte order mark", ""],
    ["\u202a", "invisible character U+202A", ""],
    ["\u0085", "invisible character U+0085", "\n"],
    ["\t", "tab", " "],
    ["½", "character ½ (U+00BD)", "1/2"],
    ["¨", "character ¨ (U+00A8)", null],
    ["→", "character → (U+2192)", null],
    ["\u0301", "combining mark U+0301", ""],
    ["™", "trademark sign", "TM"],
    ["😀", "emoji 😀", null],
  ])("%j is %s, in place of it %j", (character, name, replacement) => {
    expect(findNonGsmCharacters(`ab${character}c`)).toEqual([
      { character, index: 2, name, replacement },
    ]);
  });
});

test.each(["👨‍👩‍👧‍👦", "👍🏽", "🇵🇱", "❤️"])("%s is one emoji, not its parts", (emoji) => {
  expect(findNonGsmCharacters(`${emoji}!`)).toEqual([
    { character: emoji, index: 0, name: `emoji ${emoji}`, replacement: null },
  ]);
});

test("each occurrence is told with its place", () => {
  const found = findNonGsmCharacters("“Zażółć”");
  expect(found.map(({ character, index }) => [character, index])).toEqual([
    ["“", 0],
    ["ż", 3],
    ["ó", 4],
    ["ł", 5],
    ["ć", 6],
    ["”", 7],
  ]);
});

test("a text is in the GSM alphabet exactly when none is found, and with every look-alike in place it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      const found = findNonGsmCharacters(text);
      expect(found.length === 0).toBe(countSegments(text).encoding === "GSM-7");
      const replaced = found.map(({ replacement }) => replacement ?? "").join("");
      expect(findNonGsmCharacters(replaced)).toEqual([]);
    }),
  );
});
