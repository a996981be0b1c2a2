import { eq } from "drizzle-orm";
import { isSupportedCountry } from "libphonenumber-js/max";
import { accounts } from "@/drizzle/schema/accounts";
import { accountSentences } from "../accounts/sentences";
import { changesBetween } from "../activity/changes-between";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import type { Country } from "../numbers/reading";
import { DefaultCountryInput } from "./contract";

/** The country whose numbers an account may write without its code; null when it chose none. */
export async function getDefaultCountry({ actor }: { actor: Actor }): Promise<Country | null> {
  demandPermission(actor, "read_settings");
  const [row] = await db()
    .select({ country: accounts.defaultCountry })
    .from(accounts)
    .where(eq(accounts.id, actor.accountId));
  const country = row?.country ?? "";
  return isSupportedCountry(country) ? country : null;
}

interface Chosen {
  actor: Actor;
  /** A `DefaultCountryInput` that nobody has checked. */
  input: unknown;
}

/** Keeps the country whose numbers an account may write without its code. Throws invalid_request and forbidden. */
export async function saveDefaultCountry({ actor, input }: Chosen): Promise<void> {
  demandPermission(actor, "manage_account");
  const { default_country: country } = parseInput(DefaultCountryInput, input);
  if (country !== "" && !isSupportedCountry(country)) {
    const sentence = accountSentences.noCountry;
    throw new AppError("invalid_request", sentence, { fields: { default_country: [sentence] } });
  }
  const isIt = eq(accounts.id, actor.accountId);
  await db().transaction(async (tx) => {
    const [before] = await tx
      .select({ default_country: accounts.defaultCountry })
      .from(accounts)
      .where(isIt)
      .for("update");
    const after = { default_country: country || null };
    await tx.update(accounts).set({ defaultCountry: after.default_country }).where(isIt);
    const changes = changesBetween(before ?? {}, after);
    if (changes) await recordActivity({ actor, action: "settings.changed", ...changes }, tx);
  });
}
