import "server-only";
import { getCountries, getCountryCallingCode, Metadata } from "libphonenumber-js/max";
import type { Country } from "./reading";

/** The library's types leave out the list that knows which country comes first. */
interface TypedMetadata {
  getCountryCodesForCallingCode(code: string): Country[] | undefined;
}

/** Every country code with its countries, the one it is mainly known for first. */
export function listCountryCodes(): { code: string; countries: Country[] }[] {
  const metadata = new Metadata() as unknown as TypedMetadata;
  const codes = new Set<string>(getCountries().map((country) => getCountryCallingCode(country)));
  return [...codes].map((code) => ({
    code,
    countries: metadata.getCountryCodesForCallingCode(code) ?? [],
  }));
}
