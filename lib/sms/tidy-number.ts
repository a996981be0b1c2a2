/** A number as it was written, without what only helps the eye; nothing is known of it but its digits. */
interface TidyNumber {
  digits: string;
  /** Written with a plus or 00: the country code is there. */
  isInternational: boolean;
}

/** What keeps a text from being read as a number. */
interface UntidyNumber {
  problem: "spreadsheet" | "not_a_number";
}

/** Joiners, directional marks, isolates, soft hyphens, variation selectors: nobody sees that they were pasted. */
export const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;

/** What is longer is not looked at: a number with all its decoration is far shorter. */
export const maxTypedLength = 100;

const separators = /[\s().\-/\p{Pd}\u2212\u00B7\u2022\uFF08\uFF09\uFF0E]/gu;
const quotes = /^["'`´\u2018-\u201F\u2039\u203A«»]+|["'`´\u2018-\u201F\u2039\u203A«»]+$/g;
const scientific = /^\+?(\d+)(?:[.,](\d+))?E\+?(\d{1,2})$/i;
const decimal = /^(\+?\d{7,})[.,](\d{1,2})$/;

/**
 * Reads the digits of one number: spaces, brackets, dashes, quotes, invisible characters and `tel:` go, digits of
 * every script become 0–9. A number that a spreadsheet rounded is a problem, for the lost digits are somebody's.
 */
export function tidyNumber(typed: string): TidyNumber | UntidyNumber {
  if (typed.length > maxTypedLength) return { problem: "not_a_number" };
  const plain = asciiDigits(typed.replace(invisible, ""))
    .replaceAll("\uFF0B", "+")
    .trim()
    .replace(quotes, "")
    .replace(/^tel[:.]?\s*(?=[+\d(])/i, "")
    .trim();
  const shown = wholeNumber(plain);
  if (shown === null) return { problem: "spreadsheet" };
  const [, prefix = "", digits] = /^(\+*(?:00)?)(\d+)$/.exec(shown.replace(separators, "")) ?? [];
  if (digits === undefined) return { problem: "not_a_number" };
  return { digits, isInternational: prefix !== "" };
}

/** What a spreadsheet made a fraction or a power of ten of, as it was; null where digits are lost. */
function wholeNumber(text: string): string | null {
  const [, fixed, zeros = ""] = decimal.exec(text) ?? [];
  if (fixed !== undefined) return /^0+$/.test(zeros) ? fixed : null;
  const [, whole, fraction = "", exponent] = scientific.exec(text) ?? [];
  if (whole === undefined) return text;
  // Fewer decimals than the exponent: the rest is zeros or was rounded away, and nobody can tell which.
  return fraction.length === Number(exponent) ? whole + fraction : null;
}

function asciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** Unicode keeps the ten digits of a script side by side, from zero on. */
function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return value % 10;
}
