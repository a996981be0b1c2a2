import { expect, test } from "vitest";
import { chooseLanguage } from "./choose-language";

test.each([
  { cookie: "pl", accepted: "en-GB,en;q=0.9", language: "pl" },
  { cookie: undefined, accepted: "pl-PL,pl;q=0.9,en;q=0.8", language: "pl" },
  { cookie: undefined, accepted: "de-DE,de;q=0.9,pl;q=0.5,en;q=0.8", language: "en" },
  { cookie: undefined, accepted: "pl;q=0, en", language: "en" },
  { cookie: undefined, accepted: "de", language: "en" },
  { cookie: undefined, accepted: null, language: "en" },
  { cookie: "de", accepted: "PL", language: "pl" },
  { cookie: "toString", accepted: ";;,=q", language: "en" },
])("cookie $cookie and $accepted make it $language", ({ language, ...asked }) => {
  expect(chooseLanguage(asked)).toBe(language);
});
