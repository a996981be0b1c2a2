const shownFirst = 2;
const shownLast = 4;

/**
 * A phone number by its first two and last four digits: enough to find it again in a list, too little to keep somebody
 * who has been erased.
 */
export function maskNumber(number: string): string {
  const hidden = number.length - shownFirst - shownLast;
  if (hidden <= 0) return number.length > shownLast ? `…${number.slice(-shownLast)}` : number;
  return `${number.slice(0, shownFirst)}${"•".repeat(hidden)}${number.slice(-shownLast)}`;
}
