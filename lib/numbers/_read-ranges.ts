import table from "./_ranges.json";

/** Who a country's number ranges were given to: leading digits after the country code → name. */
export type Ranges = ReadonlyMap<string, string>;

const byCountry: Record<string, Record<string, string>> = table;

/** The country codes there are ranges of. */
export function listRangedCountries(): string[] {
  return Object.keys(byCountry);
}

/** The ranges of one country; undefined when none are known. */
export function readRanges(countryCode: string): Ranges | undefined {
  if (!Object.hasOwn(byCountry, countryCode)) return undefined;
  const holders = Object.entries(byCountry[countryCode] ?? {});
  return new Map(
    holders.flatMap(([holder, held]) => held.split(" ").map((prefix) => [prefix, holder] as const)),
  );
}
