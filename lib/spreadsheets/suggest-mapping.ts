import "server-only";
import { readNumber } from "../numbers/read-number";
import type { Country } from "../numbers/reading";
import { looksLikePhone } from "./_looks-like-number";

/** What people call the column of phone numbers, first those that can mean nothing else. */
const numberNames = [
  ...["msisdn", "numer telefonu", "nr telefonu", "nr tel", "numer tel", "telefon komorkowy"],
  ...["tel komorkowy", "phone number", "mobile phone", "mobile number", "cell phone"],
  ...["komorka", "gsm", "tel kom", "telefon", "phone", "mobile", "cell", "tel", "sms"],
  ...["numer", "nr", "number", "odbiorca", "recipient", "to", "contact", "kontakt"],
];
const firstNames = ["imie", "name", "first name", "firstname", "forename", "given name"];
const lastNames = ["nazwisko", "last name", "lastname", "surname", "family name"];

/** The share of the filled cells that must read as phone numbers before a column is taken for them. */
const minShare = 0.5;
const maxSampleRows = 20;
/** As `isVariableName` of templates has it. */
const maxNameLength = 40;

interface Suggestion {
  /** The country of numbers without a country code. */
  country?: Country | null;
}

/**
 * What the columns of a file probably are: `"to"` for the one with the phone numbers, `first_name`, `last_name`, or the
 * name of a variable made of the header, each at most once; null where the header gives no name. By the headers, and
 * where none of them says it, by what the numbers in the first rows look like.
 */
export function suggestMapping(
  columns: readonly string[],
  sampleRows: readonly (readonly string[])[],
  { country = null }: Suggestion = {},
): (string | null)[] {
  const names = columns.map(simplify);
  const to = columns.length === 1 && names[0] === "" ? 0 : numberColumn(names, sampleRows, country);
  const taken = new Set(["to"]);
  return names.map((name, index) => {
    if (index === to) return "to";
    const wanted = variableName(name);
    return wanted === null ? null : unique(wanted, taken);
  });
}

function numberColumn(
  names: string[],
  sampleRows: readonly (readonly string[])[],
  country: Country | null,
): number {
  const shares = names.map((_, index) => {
    const cells = sampleRows.slice(0, maxSampleRows).map((row) => (row[index] ?? "").trim());
    return shareOfNumbers(
      cells.filter((cell) => cell !== ""),
      country,
    );
  });
  const ranks = names.map(rankOf);
  // A column called “Nr” may be one of orders: what is in it counts, unless it is empty.
  const named = indexOfBest(ranks, (index) => (shares[index] ?? 1) >= minShare);
  if (named !== -1) return named;
  const filled = shares.map((share) => -(share ?? 0));
  const byContent = indexOfBest(filled, (index) => (shares[index] ?? 0) >= minShare);
  return byContent !== -1 ? byContent : indexOfBest(ranks, () => true);
}

/** Undefined for a column without content. */
function shareOfNumbers(cells: string[], country: Country | null): number | undefined {
  if (cells.length === 0) return undefined;
  return cells.filter((cell) => isNumber(cell, country)).length / cells.length;
}

/** A landline, or a number that only lacks its country code, is one, too: the check says what to do about it. */
function isNumber(cell: string, country: Country | null): boolean {
  if (!looksLikePhone(cell)) return false;
  const reading = readNumber(cell, country);
  return "to" in reading || ["no_country_code", "ambiguous", "landline"].includes(reading.problem);
}

/** How well a header names phone numbers, the best being 0; infinite where it doesn't. */
function rankOf(name: string): number {
  const exact = numberNames.indexOf(name);
  if (exact !== -1) return exact;
  const part = numberNames.findIndex(
    (each) => each.length > 2 && ` ${name} `.includes(` ${each} `),
  );
  return part === -1 ? Number.POSITIVE_INFINITY : numberNames.length + part;
}

function indexOfBest(scores: number[], isAllowed: (index: number) => boolean): number {
  let best = -1;
  scores.forEach((score, index) => {
    const isBetter = score < (scores[best] ?? Number.POSITIVE_INFINITY);
    if (isBetter && isAllowed(index)) best = index;
  });
  return best;
}

/** A header in lower case, without diacritics, and with single spaces for what is no letter or digit. */
function simplify(header: string): string {
  return header
    .slice(0, 200)
    .toLowerCase()
    .replaceAll("ł", "l")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function variableName(name: string): string | null {
  if (firstNames.includes(name)) return "first_name";
  if (lastNames.includes(name)) return "last_name";
  if (!/\p{L}/u.test(name)) return null;
  const joined = name.replaceAll(" ", "_");
  return shorten(/^\p{L}/u.test(joined) ? joined : `_${joined}`, maxNameLength);
}

function unique(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let count = 2; taken.has(name); count += 1) {
    const ending = `_${count}`;
    name = `${shorten(wanted, maxNameLength - ending.length)}${ending}`;
  }
  taken.add(name);
  return name;
}

/** Cuts between code points; one outside the basic plane takes two of the units that a name may have. */
function shorten(name: string, maxLength: number): string {
  return name
    .slice(0, maxLength)
    .replace(/[\uD800-\uDBFF]$/, "")
    .replace(/_+$/, "");
}
