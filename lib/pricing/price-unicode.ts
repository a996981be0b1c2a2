import { countSegments } from "../sms/count-segments";
import { findNonGsmCharacters, type NonGsmCharacter } from "../sms/find-non-gsm-characters";
import type { PriceList } from "./price-list";
import { quoteVolume } from "./quote-volume";

export interface UnicodeCost {
  /** Each kind of character that keeps the text out of the GSM alphabet. */
  characters: NonGsmCharacter[];
  segments: number;
  /** The text with look-alikes; null when some character has none. */
  plainText: string | null;
  plainSegments: number | null;
  /** What the month costs more than with look-alikes, net; 0 when nothing, or when there are none. */
  moreMicros: number;
}

/** What it costs in a month that a text needs Unicode; null for a text that does not. */
export function priceUnicode(
  { text, messages }: { text: string; messages: number },
  list: PriceList,
): UnicodeCost | null {
  const composed = text.normalize("NFC");
  const found = findNonGsmCharacters(composed);
  if (found.length === 0) return null;
  const characters = [...new Map(found.map((each) => [each.character, each])).values()];
  const { segments } = countSegments(composed);
  const plainText = characters.some(({ replacement }) => replacement === null)
    ? null
    : characters.reduce(
        (plain, { character, replacement }) => plain.replaceAll(character, replacement ?? ""),
        composed,
      );
  const plainSegments = plainText === null ? null : countSegments(plainText).segments;
  const costOf = (each: number) => quoteVolume({ messages, segments: each }, list).netMicros;
  const moreMicros = plainSegments === null ? 0 : costOf(segments) - costOf(plainSegments);
  // Fewer segments may fall out of a cheaper tier; then Unicode costs nothing more.
  return {
    characters,
    segments,
    plainText,
    plainSegments,
    moreMicros: Math.max(0, moreMicros),
  };
}
