import fc from "fast-check";
import { expect, test } from "vitest";
import { plainJson, plainText } from "./plain-text";

const hostile =
  "a\u0000\u001b[2J\u007f\u0085\u009b\u061c\u200e\u200f\u2028\u202a\u202e\u2066\u2069b";

test("what cannot be seen and changes what is shown is left out, and nothing else", () => {
  expect(plainText(hostile)).toBe("a[2Jb");
  const kept = "Zażółć\tgęślą\r\njaźń 👩‍👩‍👧 سلام \u00a0\u200b\ufeff";
  expect(plainText(kept)).toBe(kept);
});

test("in JSON it is escaped: the file holds none of it, and whoever parses it gets it all back", () => {
  expect(plainJson({ hostile })).toMatch(/^[\x20-\x7e]*$/);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = plainJson(value);
      return plainText(text) === text && JSON.stringify(JSON.parse(text)) === JSON.stringify(value);
    }),
  );
});
