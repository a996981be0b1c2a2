import "server-only";
import { type Ranges, readRanges } from "./_read-ranges";

const maxCountryCodeLength = 3;
const maxPrefixLength = 8;

/**
 * The operator a number's range was given to (E.164 digits without the plus), null where nobody lists it.
 * A ported number has another operator by now: say "range holder". A country's ranges are read when its first
 * number comes, and kept.
 */
export function findRangeHolder(digits: string): string | null {
  for (let length = 1; length <= maxCountryCodeLength; length += 1) {
    const ranges = rangesOf(digits.slice(0, length));
    if (ranges) return longestMatch(ranges, digits.slice(length));
  }
  return null;
}

/** No country code begins with another one, so the first that is listed is the number's own. */
function rangesOf(countryCode: string): Ranges | undefined {
  const known = kept.get(countryCode) ?? readRanges(countryCode);
  if (known) kept.set(countryCode, known);
  return known;
}

const kept = new Map<string, Ranges>();

function longestMatch(ranges: Ranges, national: string): string | null {
  for (let length = maxPrefixLength; length > 0; length -= 1) {
    const holder = ranges.get(national.slice(0, length));
    if (holder) return holder;
  }
  return null;
}
