import { expect, test } from "vitest";
import { moneyWords } from "./money-words";

test.each([
  ["en", 92_000, "PLN", "PLN 0.092"],
  ["en", 2_300_000_000, "PLN", "PLN 2,300.00"],
  ["pl", 92_000, "PLN", "0,092 zł"],
  ["pl", 2_300_000_000, "PLN", "2 300,00 zł"],
  ["en", 50_000, "EUR", "€0.05"],
] as const)("%s: %d micros of %s are %s", (...[language, micros, currency, words]) => {
  expect(moneyWords(language, micros, currency).replaceAll("\u00a0", " ")).toBe(words);
});
