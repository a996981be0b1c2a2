import { expect, test } from "vitest";
import { findNonGsmCharacters } from "@/lib/sms/find-non-gsm-characters";
import { notableCharacters } from "@/lib/sms/look-alikes";
import { characterWords } from "./character-words";

test("every character with a name of its own has one in Polish", () => {
  for (const name of notableCharacters.values()) {
    expect(characterWords(name, "pl"), name).not.toBe(name);
    expect(characterWords(name, "en")).toBe(name);
  }
});

test("a character that is named by its kind is named so in Polish", () => {
  const named = (text: string) =>
    findNonGsmCharacters(text).map(({ name }) => characterWords(name, "pl"));
  expect(named("ą")).toEqual(["litera ą"]);
  expect(named("\u0301")).toEqual(["znak łączący U+0301"]);
  expect(named("\u2062")).toEqual(["niewidoczny znak U+2062"]);
  expect(named("☐")).toEqual(["znak ☐ (U+2610)"]);
  expect(named("🎉")).toEqual(["emoji 🎉"]);
});
