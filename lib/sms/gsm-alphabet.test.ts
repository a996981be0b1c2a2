import { expect, test } from "vitest";
import { isGsmCharacter, septetsOf } from "./gsm-alphabet";

const everyCharacter = Array.from({ length: 0x1_00_00 }, (_, code) => String.fromCharCode(code));
const inSeptets = (septets: number) =>
  everyCharacter.filter((character) => septetsOf(character.charCodeAt(0)) === septets);

test("the basic table has its 127 characters beside the escape", () => {
  expect(inSeptets(1).join("")).toBe(
    "\n\r !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz" +
      "¡£¤¥§¿ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùüΓΔΘΛΞΠΣΦΨΩ",
  );
  expect(inSeptets(1)).toHaveLength(127);
});

test("the extension table has its ten characters, of two septets each", () => {
  expect(inSeptets(2).join("")).toBe("\f[\\]^{|}~€");
});

test.each(["ç", "`", "\t", "\u00a0", "µ", "\u2126", "“", "ą", "\u001b", "😀", "", "ab"])(
  "%j is no character of the GSM alphabet",
  (text) => {
    expect(isGsmCharacter(text)).toBe(false);
  },
);

test.each(["a", "@", "€", "Ω", "\n"])("%j is a character of the GSM alphabet", (text) => {
  expect(isGsmCharacter(text)).toBe(true);
});
