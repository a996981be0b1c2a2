/** The most numbers one form sends to at once. */
export const maxRecipients = 500;
/** The longest text that is split into numbers: room for each of them with whatever is written around it. */
export const maxNumbersLength = maxRecipients * 128;

export interface TypedNumber {
  /** As it was written. */
  typed: string;
  /** Without spaces, brackets, dashes and the leading plus or 00. Whether it is a number is not asked. */
  digits: string;
}

// The longest number there is (ITU-T E.164) and the shortest piece that is taken for a number of its own.
const longest = 15;
const shortest = 7;

/**
 * Splits pasted text into numbers: at line breaks, commas, semicolons, tabs and bars; at spaces only when what
 * stands between them cannot be one number.
 */
export function splitNumbers(text: string): TypedNumber[] {
  return text
    .split(/[\n\r,;\t|]+/)
    .flatMap(splitAtSpaces)
    .map((typed) => ({ typed, digits: digitsOf(typed) }))
    .filter(({ digits }) => digits !== "");
}

/** The numbers of a list, each once, in order. */
export function uniqueNumbers(numbers: readonly TypedNumber[]): string[] {
  return [...new Set(numbers.map(({ digits }) => digits))];
}

function splitAtSpaces(line: string): string[] {
  const piece = line.trim();
  // A plus begins a number, wherever it stands.
  const parts = piece.split(/\s(?=\+)/);
  if (parts.length > 1) return parts.flatMap(splitAtSpaces);
  if (digitsOf(piece).length <= longest) return [piece];
  const words = piece.split(/\s+/);
  return words.every((word) => digitsOf(word).length >= shortest) ? words : [piece];
}

function digitsOf(typed: string): string {
  return typed
    .replace(/[\s().\-/\u2010-\u2015\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, "")
    .replace(/^(\+|00)/, "");
}
