import { and, eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { verificationCountries } from "@/drizzle/schema/fraud";
import { db } from "../core/db";
import { neighborsOfCountry } from "./_country-neighbors";

interface AllowedCountries {
  /** What the account chose; null when it chose none. */
  chosen: string[] | null;
  /** Those that hold, as ISO codes; null for every country. */
  countries: string[] | null;
}

/**
 * The countries that an account sends codes to: those it chose, or else its default country and its neighbors. An account
 * with neither sends everywhere, because nobody knows where it is.
 */
export async function allowedCountries(accountId: string): Promise<AllowedCountries> {
  const [row] = await db()
    .select({ own: accounts.defaultCountry, chosen: verificationCountries.countries })
    .from(accounts)
    .leftJoin(
      verificationCountries,
      and(
        eq(verificationCountries.accountId, accountId),
        eq(verificationCountries.accountId, accounts.id),
      ),
    )
    .where(eq(accounts.id, accountId));
  const chosen = row?.chosen ?? null;
  if (chosen !== null) return { chosen, countries: chosen };
  const own = row?.own ?? null;
  return { chosen, countries: own === null ? null : [own, ...neighborsOfCountry(own)] };
}
