import { isGsmCharacter, septetsOf } from "./gsm-alphabet";
import { lookAlikes, notableCharacters } from "./look-alikes";

export interface NonGsmCharacter {
  character: string;
  /** Where in the text, in UTF-16 code units. */
  index: number;
  name: string;
  /** What reads the same in the GSM alphabet ("" for something invisible), or null when nothing does. */
  replacement: string | null;
}

// One emoji of several code points is one character to whoever reads it.
const character =
  /\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier}|\u200D\p{Extended_Pictographic})*|\p{Regional_Indicator}{2}|./suy;
const isEmoji = /^[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;
const isLetter = /^\p{L}/u;
const isInvisible = /^[\p{Cf}\p{Cc}]/u;
const isMark = /^\p{M}/u;

/** Each character that keeps a text (in NFC) out of the GSM 7-bit alphabet, named, with a look-alike where there is one. */
export function findNonGsmCharacters(text: string): NonGsmCharacter[] {
  const found: NonGsmCharacter[] = [];
  for (let index = 0; index < text.length; ) {
    // Most of a text is in the alphabet: a look-up tells that, where the pattern takes much longer.
    if (septetsOf(text.charCodeAt(index)) > 0) {
      index += 1;
      continue;
    }
    const shown = characterAt(text, index);
    found.push({
      character: shown,
      index,
      name: nameOf(shown),
      replacement: replacementFor(shown),
    });
    index += shown.length;
  }
  return found;
}

function characterAt(text: string, index: number): string {
  character.lastIndex = index;
  return character.exec(text)?.[0] ?? text.charAt(index);
}

function nameOf(character: string): string {
  const notable = notableCharacters.get(character);
  if (notable) return notable;
  if (isEmoji.test(character)) return `emoji ${character}`;
  if (isLetter.test(character)) return `letter ${character}`;
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  if (isMark.test(character)) return `combining mark ${code}`;
  if (isInvisible.test(character)) return `invisible character ${code}`;
  return `character ${character} (${code})`;
}

function replacementFor(character: string): string | null {
  const lookAlike = lookAlikes.get(character);
  if (lookAlike !== undefined) return lookAlike;
  if (isInvisible.test(character) || isMark.test(character)) return "";
  const parts = [...character.normalize("NFKD").replace(/\p{M}/gu, "")];
  const plain = parts.map((part) => lookAlikes.get(part) ?? part).join("");
  // A free-standing accent such as ¨ decomposes to a space, which would not read the same.
  if (plain.trim() === "" && character.trim() !== "") return null;
  return [...plain].every(isGsmCharacter) ? plain : null;
}
