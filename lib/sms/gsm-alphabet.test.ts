import { expect, test } from "vitest";
import { fromSeptets, isGsmCharacter, septetsOf, toSeptets } from "./gsm-alphabet";

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

test("every character of both tables survives the way through septets", () => {
  const all = [...inSeptets(1), ...inSeptets(2)].join("");
  const septets = toSeptets(all);
  expect(septets).toHaveLength(127 + 2 * 10);
  expect(Math.max(...septets)).toBeLessThan(128);
  expect(fromSeptets(septets)).toBe(all);
});

test.each([
  ["@", [0x00]],
  ["Δ", [0x10]],
  ["Ξ", [0x1a]],
  ["Æ", [0x1c]],
  ["É", [0x1f]],
  [" ", [0x20]],
  ["à", [0x7f]],
  ["€", [0x1b, 0x65]],
  ["[", [0x1b, 0x3c]],
])("%s is %j, as 3GPP TS 23.038 has it", (text, septets) => {
  expect([...toSeptets(text)]).toEqual(septets);
});

test("an escape that leads nowhere is a space, and an octet that is no septet a replacement", () => {
  expect(fromSeptets(Uint8Array.of(0x1b, 0x61, 0x1b))).toBe(" a ");
  expect(fromSeptets(Uint8Array.of(0x41, 0xff))).toBe("A\uFFFD");
});
