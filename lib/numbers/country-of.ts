import "server-only";
import { Metadata, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { Country } from "./reading";

/** The library's types leave out the list that knows which country comes first. */
interface TypedMetadata {
  getCountryCodesForCallingCode(code: string): Country[] | undefined;
}

/**
 * The country of a number (E.164 digits without the plus). Where several share its country code and its range is
 * nobody's, the one the code is mainly known for; null for networks of no country.
 */
export function countryOf(digits: string): Country | null {
  const number = parsePhoneNumberFromString(`+${digits}`);
  if (!number) return null;
  if (number.country) return number.country;
  const metadata = new Metadata() as unknown as TypedMetadata;
  return metadata.getCountryCodesForCallingCode(number.countryCallingCode)?.[0] ?? null;
}
