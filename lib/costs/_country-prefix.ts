import { type SQL, sql } from "drizzle-orm";
import { once } from "../core/once";
import { listCountries } from "../numbers/list-countries";

/** Country codes of several countries, as a pattern, apart from that of North America. */
const sharedCodes = once((): string => {
  const countries = new Map<string, number>();
  for (const { code } of listCountries()) countries.set(code, (countries.get(code) ?? 0) + 1);
  const shared = [...countries].filter(([code, count]) => count > 1 && code !== "1");
  return `^(${shared.map(([code]) => code).join("|")})`;
});

/**
 * So much of a number that all numbers with it are of one country: its country code, and where several share one, the
 * digits behind it that tell them apart. It keeps the groups of a sum few.
 */
export function countryPrefix(number: SQL): SQL {
  return sql`left(${number}, case when ${number} like '1%' then 4 when ${number} ~ ${sharedCodes()} then 7 else 3 end)`;
}
