import { expect, test } from "vitest";
import { isBlank } from "./is-blank";

test.each([
  "",
  " ",
  "\n\r\n",
  "\u00A0\u2003\u3000",
  "\u200B",
  "\u2060\uFEFF\u00AD",
  "\u2066\u2069\u061C\u200E",
  "\uFE0F",
  "\u3164\u115F\uFFA0",
  "\u2800",
  "\u{E0041}\u{E007F}",
  "\u007F\u0085",
])("%j shows nothing", (text) => {
  expect(isBlank(text)).toBe(true);
});

test.each(["a", ".", " a ", "\u200B0\u200B", "😀", "❤\uFE0F", "\u0600", "ั"])(
  "%j is seen",
  (text) => {
    expect(isBlank(text)).toBe(false);
  },
);
