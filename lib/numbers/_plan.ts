import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  Metadata,
} from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";

/** What mobile numbers look like after one country code, which several countries may share. */
interface Plan {
  /** Numbers of digits after the country code, ascending. */
  lengths: readonly number[];
  /** Whether a zero may follow the country code, as in Côte d'Ivoire; elsewhere it is the trunk prefix. */
  hasLeadingZero: boolean;
}

/** The library's types leave out the part of its metadata that is asked about here. */
interface TypedPlan {
  type(name: "MOBILE"): { possibleLengths(): number[] | undefined } | undefined;
}

const plans = new Map<string, Plan>();

/** The plan of a country code; undefined where the library knows no country, as of satellite networks. */
export function planOf(countryCode: string): Plan | undefined {
  const known = plans.get(countryCode);
  if (known) return known;
  const sharing = getCountries().filter((each) => getCountryCallingCode(each) === countryCode);
  if (sharing.length === 0) return undefined;
  const plan = planOfAll(sharing);
  plans.set(countryCode, plan);
  return plan;
}

function planOfAll(countries: CountryCode[]): Plan {
  const lengths = new Set(countries.flatMap(mobileLengths));
  return {
    lengths: [...lengths].toSorted((a, b) => a - b),
    hasLeadingZero: countries.some((country) => exampleOf(country)?.startsWith("0")),
  };
}

function mobileLengths(country: CountryCode): number[] {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  const { numberingPlan } = metadata;
  const mobile = (metadata as unknown as TypedPlan).type("MOBILE");
  return mobile?.possibleLengths() ?? numberingPlan?.possibleLengths() ?? [];
}

function exampleOf(country: CountryCode): string | undefined {
  return getExampleNumber(country, examples)?.nationalNumber;
}
