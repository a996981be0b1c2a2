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
const extensionCodes = [0x0a, 0x14, 0x28, 0x29, 0x2f, 0x3c, 0x3d, 0x3e, 0x40, 0x65];
/** Announces a character of the extension table. */
const escapeCode = 0x1b;

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

const codes = new Map<string, number[]>();
const characters = new Map<number, string>();
for (const [place, character] of [...basic].entries()) {
  const code = place < escapeCode ? place : place + 1;
  codes.set(character, [code]);
  characters.set(code, character);
}
for (const [place, character] of [...extension].entries()) {
  const code = extensionCodes[place] ?? 0;
  codes.set(character, [escapeCode, code]);
  characters.set((escapeCode << 8) | code, character);
}

/** A text of the GSM 7-bit alphabet, one septet per octet; what is not in the alphabet becomes a question mark. */
export function toSeptets(text: string): Uint8Array {
  const question = codes.get("?") ?? [];
  return Uint8Array.from([...text].flatMap((character) => codes.get(character) ?? question));
}

/**
 * The text of septets, one per octet. An escape before a code that the extension table lacks is a space, and the code
 * stands for itself (3GPP TS 23.038, section 6.2.1.1, notes 1 and 3); octets above 127 become U+FFFD.
 */
export function fromSeptets(octets: Uint8Array): string {
  let text = "";
  for (let index = 0; index < octets.length; index += 1) {
    const octet = octets[index] ?? 0;
    const escaped =
      octet === escapeCode
        ? characters.get((escapeCode << 8) | (octets[index + 1] ?? 0xff))
        : undefined;
    if (escaped !== undefined) index += 1;
    text += escaped ?? (octet === escapeCode ? " " : (characters.get(octet) ?? "\uFFFD"));
  }
  return text;
}
