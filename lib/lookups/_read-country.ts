import { isSupportedCountry } from "libphonenumber-js/max";
import { invalidFields } from "../core/invalid-fields";
import type { Country } from "../numbers/reading";
import { lookupSentences } from "./sentences";

/** The country of two letters that nobody has checked; null for none. Throws invalid_request for one there is not. */
export function readCountry(country: string | null | undefined): Country | null {
  if (country === null || country === undefined) return null;
  if (isSupportedCountry(country)) return country;
  throw invalidFields({ country: [lookupSentences.wrongCountry] });
}
