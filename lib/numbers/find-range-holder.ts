import "server-only";
import { log } from "../core/log";
import { processWide } from "../core/process-wide";
import { listRangedCountries, type Ranges, readRanges } from "./_read-ranges";

const longestCountryCode = 3;
const longestPrefix = 8;

interface Known {
  countries: ReadonlySet<string>;
  ranges: Map<string, Ranges>;
}

/**
 * The operator a number's range was given to (E.164 digits without the plus), null where nobody lists it.
 * A ported number has another operator by now: say "range holder". Reads a country's ranges when its first
 * number comes, and keeps them: 600 KB of files in all.
 */
export function findRangeHolder(digits: string): string | null {
  for (let length = 1; length <= longestCountryCode; length += 1) {
    const ranges = rangesOf(digits.slice(0, length));
    if (ranges) return longestMatch(ranges, digits.slice(length));
  }
  return null;
}

/** No country code begins with another one, so the first that is listed is the number's own. */
function rangesOf(countryCode: string): Ranges | undefined {
  const { countries, ranges } = processWide<Known>("number-ranges", () => ({
    countries: listCountries(),
    ranges: new Map(),
  }));
  if (!countries.has(countryCode)) return undefined;
  const known = ranges.get(countryCode) ?? readRanges(countryCode);
  ranges.set(countryCode, known);
  return known;
}

function longestMatch(ranges: Ranges, national: string): string | null {
  for (let length = longestPrefix; length > 0; length -= 1) {
    const holder = ranges.get(national.slice(0, length));
    if (holder) return holder;
  }
  return null;
}

/** Without the package messages go out all the same; only the name of the range holder is missing. */
function listCountries(): ReadonlySet<string> {
  const countries = listRangedCountries();
  if (countries.size === 0) log().warn("number ranges are not there, range holders stay unknown");
  return countries;
}
