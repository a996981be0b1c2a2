import "server-only";
import { Metadata, parsePhoneNumberFromString } from "libphonenumber-js/max";
import { once } from "../core/once";
import { listCountries } from "./list-countries";
import type { Country } from "./reading";

/** The library's types leave out the list that knows which country comes first. */
interface TypedMetadata {
  getCountryCodesForCallingCode(code: string): Country[] | undefined;
}

/** The country of each country code that only one has. */
const soleCountries = once(() => {
  const sole = new Map<string, Country | undefined>();
  for (const { country, code } of listCountries()) {
    sole.set(code, sole.has(code) ? undefined : country);
  }
  return sole;
});

/** Country codes have one to three digits, and none is the beginning of another. */
const codeLengths = [1, 2, 3];

/**
 * The country of a number (E.164 digits without the plus). Where several share its country code and its range is
 * nobody's, the one the code is mainly known for; null for networks of no country.
 */
export function countryOf(digits: string): Country | null {
  for (const length of codeLengths) {
    const sole = soleCountries().get(digits.slice(0, length));
    if (sole) return sole;
  }
  const number = parsePhoneNumberFromString(`+${digits}`);
  if (!number) return null;
  if (number.country) return number.country;
  const metadata = new Metadata() as unknown as TypedMetadata;
  return metadata.getCountryCodesForCallingCode(number.countryCallingCode)?.[0] ?? null;
}
