/** As many combining marks as one letter may bear (UAX #15, Stream-Safe Text Format): no writing needs more. */
const maxMarks = 30;

/**
 * A sentence when one letter bears more than 30 combining marks; undefined otherwise. Sorting them is quadratic
 * in their number, so ask before normalizing.
 */
export function findMarkPile(text: string): string | undefined {
  // Each run is read once: `\p{M}{31}` would try again from each of its marks.
  for (const { 0: marks, index } of text.matchAll(/\p{M}+/gu)) {
    if ([...marks].length <= maxMarks) continue;
    return `The text has more than ${maxMarks} combining marks in a row at position ${index + 1}.`;
  }
  return undefined;
}
