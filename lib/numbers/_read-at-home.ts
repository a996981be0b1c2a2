import {
  type CountryCode,
  getCountryCallingCode,
  parsePhoneNumberFromString,
} from "libphonenumber-js/max";
import { readE164 } from "./_read-e164";

/** Whose numbers are recognized, though never completed, where an account has no country of its own. */
const assumedCountry: CountryCode = "PL";

interface HomeNumber {
  /** E.164 digits without the plus. */
  whole: string;
  code: string;
  isListed: boolean;
}

/** The country code of numbers dialed within the country, or within the assumed one. */
export function homeCode(country: CountryCode | null): string {
  return getCountryCallingCode(country ?? assumedCountry);
}

/** The digits as a number dialed within the country; in an assumed one it has to be listed, and no fixed line. */
export function readAtHome(digits: string, country: CountryCode | null): HomeNumber | undefined {
  const number = parsePhoneNumberFromString(digits, country ?? assumedCountry);
  const code = homeCode(country);
  if (number?.countryCallingCode !== code) return undefined;
  const home = { whole: number.number.slice(1), code, isListed: number.isValid() };
  if (country) return home.isListed || "to" in readE164(home.whole) ? home : undefined;
  return home.isListed && number.getType() !== "FIXED_LINE" ? home : undefined;
}
