import table from "./_mobile-prefixes.json";

/** Leading digits of which every number of a length is a mobile one, by how many there are. */
interface SurePrefixes {
  shortest: number;
  longest: number;
  prefixes: ReadonlySet<string>;
}

const maxCodeLength = 3;
const byCountry: Record<string, Record<string, string>> = table;

/** By country code and number of digits after it, as in "48 9". */
const sure = new Map<string, SurePrefixes>(
  Object.entries(byCountry).flatMap(([code, byLength]) =>
    Object.entries(byLength).map(([length, list]) => [`${code} ${length}`, read(list)] as const),
  ),
);

/**
 * Whether digits that begin with a country code are a mobile number, exactly as they stand, by a table made from the
 * library's own numbering plans. False says nothing: then the library has to be asked.
 */
export function isSureMobile(digits: string): boolean {
  for (let length = 1; length <= maxCodeLength; length += 1) {
    const found = sure.get(`${digits.slice(0, length)} ${digits.length - length}`);
    if (found) return hasPrefix(found, digits, length);
  }
  return false;
}

function hasPrefix({ shortest, longest, prefixes }: SurePrefixes, digits: string, from: number) {
  for (let length = shortest; length <= longest; length += 1) {
    if (prefixes.has(digits.slice(from, from + length))) return true;
  }
  return false;
}

function read(list: string): SurePrefixes {
  const prefixes = list.split(" ");
  const lengths = prefixes.map(({ length }) => length);
  return {
    shortest: Math.min(...lengths),
    longest: Math.max(...lengths),
    prefixes: new Set(prefixes),
  };
}
