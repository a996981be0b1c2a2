import { invisible, maxTypedLength, tidyNumber } from "./tidy-number";

/** The most numbers one request can name. */
export const maxRecipients = 10_000;
/** The longest text that is split into numbers: a form with it is smaller than 1 MiB, whatever its characters. */
export const maxNumbersLength = maxRecipients * 30;
/** A text that takes a few milliseconds to split. */
const sliceLength = 4000;

export interface TypedNumber {
  /** As it stood in the text, without invisible characters. */
  typed: string;
  /** Its digits, with a plus when the country code was marked; what is no number stays as typed. */
  written: string;
}

export interface Pasted {
  numbers: TypedNumber[];
  /** What stood between them and is no number: names, headings, addresses. */
  texts: string[];
}

// The longest number there is (ITU-T E.164) and the shortest piece that is taken for a number of its own.
const longest = 15;
const shortest = 7;

const boundary = /[\n\r\v\f\u0085\u2028\u2029,;\t|\u3001\u060C\u061B\uFF0C\uFF1B]+|:{2,}/;
// Long runs of spaces would be looked at again from each of them.
const spaces = /[^\S\n\r\v\f\u0085\u2028\u2029\t]{2,}/g;
const firstWords = /^(?:\p{L}[\p{L}\p{M}.'’:-]*\s+)+(?=[+(\d])/u;
const lastWords = /(?<=\d)(?:\s+\p{L}[\p{L}\p{M}.'’:-]*)+$/u;

/**
 * Splits pasted text into numbers: at line breaks, commas, semicolons, tabs, bars and `:::`; at spaces only when
 * what stands between them cannot be one number. Columns of names and words beside a number are set apart.
 */
export function splitNumbers(text: string): Pasted {
  const visible = withoutGrouping(text.replace(invisible, "").replace(spaces, " "));
  const pieces = visible.split(boundary).flatMap(splitAtSpaces);
  const filled = pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  return {
    numbers: filled.filter((piece) => !isText(piece)).map(toNumber),
    texts: filled.filter(isText),
  };
}

/**
 * A long text in slices of lines, to be split one after the other: together they have the same numbers and texts as the
 * whole. A line is never cut, however long it is.
 */
export function* sliceLines(text: string): Generator<string, undefined> {
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from + sliceLength);
    yield text.slice(from, end < 0 ? undefined : end);
    from = end < 0 ? text.length : end + 1;
  }
}

/** The numbers of a list as they were written, each once, in order. */
export function uniqueNumbers(numbers: readonly TypedNumber[]): string[] {
  return [...new Set(numbers.map(({ written }) => written))];
}

/** Commas inside a number, which a spreadsheet puts there, are no boundaries. */
function withoutGrouping(text: string): string {
  return text
    .replace(/(?<![\d,.])\d{1,3}(?:,\d{3}){2,4}(?![\d,])/g, (grouped) =>
      grouped.replaceAll(",", ""),
    )
    .replace(/(\d),(\d+E\+?\d)/gi, "$1.$2")
    .replace(/(\d{7,15}),(0{1,2})(?=["']?\s*(?:$|[\n\r;\t|]))/g, "$1.$2");
}

function splitAtSpaces(line: string): string[] {
  const piece = line.trim();
  // A plus begins a number, wherever it stands.
  const parts = piece.split(/\s(?=\+)/);
  if (parts.length > 1) return parts.flatMap(splitAtSpaces);
  if (countDigits(piece) <= longest) return [piece];
  const words = piece.split(/\s+/).filter((word) => countDigits(word) > 0 || /\p{L}/u.test(word));
  return words.every((word) => countDigits(word) >= shortest) ? words : [piece];
}

/** A word with a digit or two, as in an address, is a text; with more digits it is a number gone wrong. */
function isText(piece: string): boolean {
  return /\p{L}/u.test(numberIn(piece)) && countDigits(piece) < shortest;
}

function toNumber(typed: string): TypedNumber {
  const number = numberIn(typed);
  const tidy = tidyNumber(number);
  if ("problem" in tidy) return { typed, written: number };
  return { typed, written: `${tidy.isInternational ? "+" : ""}${tidy.digits}` };
}

/** A name before or after a number is not part of it; a word in its midst makes it wrong. */
function numberIn(piece: string): string {
  const plain = piece.trim();
  if (plain.length > maxTypedLength) return plain;
  const number = plain.replace(firstWords, "").replace(lastWords, "");
  return countDigits(number) >= shortest ? number : plain;
}

function countDigits(text: string): number {
  return text.match(/\p{Nd}/gu)?.length ?? 0;
}
