import { invalidFields } from "../core/invalid-fields";
import { listCountries } from "../numbers/list-countries";
import type { Country } from "../numbers/reading";
import { campaignSentences } from "./sentences";

/** The country with this code. Throws invalid_request where there is none; nothing is no country. */
export function demandCountry(code: string | null | undefined): Country | null {
  if (code === null || code === undefined) return null;
  const known = listCountries().find(({ country }) => country === code);
  if (!known) throw invalidFields({ default_country: [campaignSentences.wrongCountry] });
  return known.country;
}
