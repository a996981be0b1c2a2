import { describe, expect, test } from "vitest";
import { findForbiddenCharacter } from "./find-forbidden-character";

describe("a character that cannot be sent or stored is named with its place", () => {
  test.each([
    ["a\u0000", "a NUL character (U+0000) at position 2"],
    ["\t", "a tab (U+0009) at position 1"],
    ["ab\u001bc", "a control character (U+001B) at position 3"],
    ["a\fb", "a control character (U+000C) at position 2"],
    ["😀\ud83d", "half of a surrogate pair (U+D83D) at position 3"],
    ["\ude00a", "half of a surrogate pair (U+DE00) at position 1"],
    ["a\ufffe", "a character that Unicode reserves (U+FFFE) at position 2"],
    ["\uffff", "a character that Unicode reserves (U+FFFF) at position 1"],
    ["a\tb\u0000", "a tab (U+0009) at position 2"],
  ])("%j", (text, found) => {
    expect(findForbiddenCharacter(text)?.in("en")).toBe(
      `The text has ${found}, which cannot be sent.`,
    );
  });

  test("every C0 control but LF and CR is one", () => {
    const controls = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code));
    expect(controls.filter((control) => !findForbiddenCharacter(control))).toEqual(["\n", "\r"]);
  });
});

test.each(["", "Zażółć\r\ngęślą", "😀👨‍👩‍👧", "€[]", "\u007f\u0085", "\ufffd", "\u{1fffe}"])(
  "%j can be sent",
  (text) => {
    expect(findForbiddenCharacter(text)).toBeUndefined();
  },
);
