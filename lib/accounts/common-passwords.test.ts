import { describe, expect, it } from "vitest";
import list from "./_common-passwords.json";
import { isCommonPassword } from "./_is-common-password";
import { refuseGuessable } from "./_password";
import { passwordLength } from "./password-length";

const passwords = list.passwords.split(" ");

describe("the most used passwords", () => {
  it("are 3,000 and more, each once, and refused", () => {
    expect(new Set(passwords).size).toBe(passwords.length);
    const longEnough = passwords.filter((password) => password.length >= passwordLength.min);
    expect(longEnough.length).toBeGreaterThanOrEqual(3000);
    for (const password of longEnough) {
      expect(() => refuseGuessable(password, "ada@example.com", "password")).toThrow(/most used/);
    }
  });

  it.each([
    "Password1234",
    "PASSWORD1234",
    "password1234!",
    "password1234...!?",
    "pass word 1234",
    "ｐａｓｓｗｏｒｄ1234",
    "Qwerty123456",
    "football!!!!",
    "aaaaaaaaaaaa",
    "abcabcabcabcab",
    "1212121212121",
    "!!!!!!!!!!!!",
    "            ",
    "😀😀😀😀😀😀",
  ])("are refused in another guise: %s", (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each([
    "correct horse battery",
    "twelve or more",
    "zażółć gęślą jaźń",
    "password1234 and my cat",
    "abcdeabcdeabcdf",
    "long enough 0f9a",
  ])("are not all passwords: %s", (password) => {
    expect(isCommonPassword(password)).toBe(false);
  });
});
