/** As many combining marks as one letter may bear (UAX #15, Stream-Safe Text Format): no writing needs more. */
const maxMarks = 30;
const pile = new RegExp(`\\p{M}{${maxMarks + 1}}`, "u");

/**
 * A sentence when one letter bears more than 30 combining marks; undefined otherwise. Sorting them is quadratic
 * in their number, so ask before normalizing.
 */
export function findMarkPile(text: string): string | undefined {
  const match = pile.exec(text);
  if (!match) return undefined;
  return `The text has more than ${maxMarks} combining marks in a row at position ${match.index + 1}.`;
}
