import { countSegments, type Encoding } from "../../sms/count-segments";
import { septetsOf } from "../../sms/gsm-alphabet";

/** The parts of a text as they were counted when it was charged. */
export function splitAsCharged(text: string): { encoding: Encoding; parts: string[] } {
  const { encoding, cuts } = countSegments(text);
  return { encoding, parts: cutAt(text, cuts) };
}

/**
 * The parts of a text with another capacity than the one it was charged by: septets for GSM-7, UTF-16 code units
 * otherwise. An escape and its character, or the halves of a surrogate pair, stay together.
 */
export function splitText(text: string, unitsPerPart: number, encoding: Encoding): string[] {
  const cuts: number[] = [];
  let used = 0;
  let index = 0;
  for (const character of text) {
    const units = encoding === "GSM-7" ? septetsOf(character.charCodeAt(0)) : character.length;
    if (used + units > unitsPerPart) {
      cuts.push(index);
      used = 0;
    }
    used += units;
    index += character.length;
  }
  return cutAt(text, cuts);
}

function cutAt(text: string, cuts: number[]): string[] {
  return [0, ...cuts].map((start, place) => text.slice(start, cuts[place]));
}
