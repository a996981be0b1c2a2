import { expect, test } from "vitest";
import { translateSentence } from "./translate-sentence";

test("English stays as it is", () => {
  expect(translateSentence("en", "Some fields are not valid.")).toBe("Some fields are not valid.");
});

test("a known sentence is said in Polish, an unknown one as it is", () => {
  expect(translateSentence("pl", "Some fields are not valid.")).toBe(
    "Niektóre pola są nieprawidłowe.",
  );
  expect(translateSentence("pl", "Nobody wrote this.")).toBe("Nobody wrote this.");
});
