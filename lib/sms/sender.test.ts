import { expect, test } from "vitest";
import { isSender } from "./sender";

test.each([
  ["one letter", "a"],
  ["eleven characters", "YourBrand11"],
  ["spaces, dots and hyphens inside", "My-Shop 2.0"],
  ["a dot at the end", "Shop."],
  ["digits with a letter", "4you"],
  ["a short code of three digits", "112"],
  ["a short code of eight digits", "12345678"],
  ["a number of nine digits", "123456789"],
  ["a number of fifteen digits", "123456789012345"],
  ["a number with its plus", "+48732129000"],
])("%s is a sender: %s", (_what, value) => {
  expect(isSender(value)).toBe(true);
});

test.each([
  ["nothing", ""],
  ["twelve characters", "YourBrand112"],
  ["a space in front", " Shop"],
  ["a space behind", "Shop "],
  ["no letter", "12-34"],
  ["digits with spaces", "48 732 129"],
  ["a letter outside ASCII", "Żabka"],
  ["an underscore", "my_shop"],
  ["a line break", "Shop\n"],
  ["two digits", "12"],
  ["nine digits with a zero in front", "012345678"],
  ["sixteen digits", "1234567890123456"],
  ["a plus before eight digits", "+12345678"],
  ["a plus before a zero", "+048732129000"],
  ["a plus before a name", "+Shop"],
])("%s is no sender: %j", (_what, value) => {
  expect(isSender(value)).toBe(false);
});
