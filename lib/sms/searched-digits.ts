import { tidyNumber } from "./tidy-number";

/**
 * The digits somebody searches numbers by, read as in a send; undefined for anything but 4 to 16 of them. A few bare
 * digits stay as they are: two zeros in the midst of a number are no prefix.
 */
export function searchedDigits(text: string): string | undefined {
  const bare = text.trim();
  if (/^\d{4,9}$/.test(bare)) return bare;
  const tidy = tidyNumber(text);
  return "digits" in tidy && /^\d{4,16}$/.test(tidy.digits) ? tidy.digits : undefined;
}
