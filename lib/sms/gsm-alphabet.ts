// The tables of 3GPP TS 23.038, section 6.2.1: the basic one in its rows of sixteen, without ESC.
const basic =
  "@£$¥èéùìòÇ\nØø\rÅå" +
  "Δ_ΦΓΛΩΠΨΣΘΞÆæßÉ" +
  " !\"#¤%&'()*+,-./" +
  "0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNO" +
  "PQRSTUVWXYZÄÖÑÜ§" +
  "¿abcdefghijklmno" +
  "pqrstuvwxyzäöñüà";
const extension = "\f^{}\\[~]|€";

// A look-up by code unit: texts are counted on every key press and every admitted message.
const septets = new Uint8Array(0x1_00_00);
for (const character of basic) septets[character.charCodeAt(0)] = 1;
for (const character of extension) septets[character.charCodeAt(0)] = 2;

/** How many septets a UTF-16 code unit takes in the GSM 7-bit alphabet: 1, 2 (extension), or 0 when it is not in it. */
export function septetsOf(codeUnit: number): number {
  return septets[codeUnit] ?? 0;
}

/** Whether one character can be sent in the GSM 7-bit alphabet. */
export function isGsmCharacter(character: string): boolean {
  return character.length === 1 && septetsOf(character.charCodeAt(0)) > 0;
}
