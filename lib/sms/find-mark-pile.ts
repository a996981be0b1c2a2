import type { Sentence } from "../core/sentence";
import { smsSentences } from "./sentences";

/** As many combining marks as one letter may bear (UAX #15, Stream-Safe Text Format): no writing needs more. */
const maxMarks = 30;

/**
 * A sentence when one letter bears more than 30 combining marks; undefined otherwise. Sorting them is quadratic
 * in their number, so ask before normalizing.
 */
export function findMarkPile(text: string): Sentence | undefined {
  // Each run is read once: `\p{M}{31}` would try again from each of its marks.
  for (const { 0: marks, index } of text.matchAll(/\p{M}+/gu)) {
    if ([...marks].length <= maxMarks) continue;
    return smsSentences.markPile({ max: maxMarks, position: index + 1 });
  }
  return undefined;
}
