import "server-only";
import { getCountries, getCountryCallingCode } from "libphonenumber-js/max";
import type { Country } from "./reading";

/** Every country with a numbering plan, and its country code. */
export function listCountries(): { country: Country; code: string }[] {
  return getCountries().map((country) => ({ country, code: getCountryCallingCode(country) }));
}
