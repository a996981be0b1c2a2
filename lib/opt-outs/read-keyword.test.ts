import { expect, test } from "vitest";
import { readKeyword } from "./read-keyword";

test.each([
  ["STOP", "opt_out"],
  [" stop! ", "opt_out"],
  ["Stop all", "opt_out"],
  ["stopall", "opt_out"],
  ["Unsubscribe.", "opt_out"],
  ["CANCEL", "opt_out"],
  ["end", "opt_out"],
  ["Quit", "opt_out"],
  ["revoke", "opt_out"],
  ["OPT-OUT", "opt_out"],
  ["Koniec", "opt_out"],
  ["rezygnuję", "opt_out"],
  ["REZYGNUJE", "opt_out"],
  ["Wypisz mnie", "opt_out"],
  ["start", "opt_in"],
  ["UNSTOP", "opt_in"],
  ["Wznów", "opt_in"],
  ["help?", "help"],
  ["pomoc", "help"],
])("%j as a whole asks for %s, whatever its case, accents, and punctuation", (text, keyword) => {
  expect(readKeyword(text)).toBe(keyword);
});

test.each([
  "",
  "!",
  "please stop",
  "Stop it, I start now",
  "constructor",
  `STOP${" ".repeat(100)}`,
])("%j is a message to be read", (text) => {
  expect(readKeyword(text)).toBeNull();
});
