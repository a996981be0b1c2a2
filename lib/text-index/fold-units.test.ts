import { expect, test } from "vitest";
import { foldUnits } from "./_fold-units";
import { hashGrams, hashSearched } from "./_hash-grams";
import { lookAlikesOf } from "./fold-accents";

test("what a search takes for one another is the same to the index, for every character there is", () => {
  for (let code = 1; code < 0x20000; code += 1) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const character = String.fromCodePoint(code);
    // A search is normalized, and so never has those that Unicode replaces.
    if (character.normalize("NFC") !== character) continue;
    const folded = foldUnits(character).join();
    const others = lookAlikesOf(character).map((each) => foldUnits(each).join());
    if (others.some((each) => each !== folded)) expect(others, character).toEqual([folded]);
  }
});

test.each([
  ["Zażółć gęślą jaźń", "ZAZOLC GESLA"],
  ["Your code is 482913.", "482913"],
  ["İstanbul 😀 party", "istanbul 😀"],
  ["Save 20% [today] (only)", "20% [today]"],
  ["a".repeat(1530), "a".repeat(255)],
  ["From 12\u{2000}15 on", "12\u{2000}15"],
  ["1\u{2adc}2", "1\u{2adc}2"],
])("all that is looked for of a text is in a text that has it: %#", (text, searched) => {
  const had = new Set<number>();
  hashGrams(text, "body", (hash) => had.add(hash));
  const wanted = hashSearched(searched, "body");
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((hash) => !had.has(hash))).toEqual([]);
});

test("a text of fewer than three characters has nothing to look for", () => {
  expect(hashSearched("ab", "body")).toEqual([]);
});
