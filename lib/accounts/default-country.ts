import { eq } from "drizzle-orm";
import { isSupportedCountry } from "libphonenumber-js/max";
import { accounts } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import type { Country } from "../numbers/reading";
import type { Session } from "../sessions/read-session";
import { DefaultCountryInput } from "./contract";
import { accountSentences } from "./sentences";

/** The country whose numbers an account may write without its code; null when it chose none. */
export async function getDefaultCountry(accountId: string): Promise<Country | null> {
  const [row] = await db()
    .select({ country: accounts.defaultCountry })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  const country = row?.country ?? "";
  return isSupportedCountry(country) ? country : null;
}

/** Keeps the country whose numbers an account may write without its code. Throws invalid_request. */
export async function saveDefaultCountry(input: unknown, { accountId }: Session): Promise<void> {
  const { default_country: country } = parseInput(DefaultCountryInput, input);
  if (country !== "" && !isSupportedCountry(country)) {
    const sentence = accountSentences.noCountry;
    throw new AppError("invalid_request", sentence, { fields: { default_country: [sentence] } });
  }
  await db()
    .update(accounts)
    .set({ defaultCountry: country || null })
    .where(eq(accounts.id, accountId));
}
