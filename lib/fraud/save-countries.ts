import { eq } from "drizzle-orm";
import { verificationCountries } from "@/drizzle/schema/fraud";
import { changesBetween } from "../activity/changes-between";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { invalidFields } from "../core/invalid-fields";
import { parseInput } from "../core/parse-input";
import { listCountries } from "../numbers/list-countries";
import { CountriesInput } from "./contract";
import { fraudSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** A `CountriesInput` that nobody has checked. */
  input: unknown;
}

/**
 * Keeps which countries an account sends codes to; with none, its own and those beside it again. Throws invalid_request for
 * a code of no country, and forbidden without `manage_account`.
 */
export async function saveCountries({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "manage_account");
  const countries = [...new Set(parseInput(CountriesInput, input).countries)].toSorted();
  demandKnown(countries);
  const { accountId } = actor;
  const isIt = eq(verificationCountries.accountId, accountId);
  await db().transaction(async (tx) => {
    const [before] = await tx.select().from(verificationCountries).where(isIt).for("update");
    if (countries.length === 0) await tx.delete(verificationCountries).where(isIt);
    else {
      const chosen = { countries, chosenAt: await databaseNow(tx) };
      await tx
        .insert(verificationCountries)
        .values({ accountId, ...chosen })
        .onConflictDoUpdate({ target: verificationCountries.accountId, set: chosen });
    }
    const changes = changesBetween(
      { code_countries: before?.countries ?? null },
      { code_countries: countries.length > 0 ? countries : null },
    );
    if (changes) await recordActivity({ actor, action: "settings.changed", ...changes }, tx);
  });
}

function demandKnown(codes: string[]): void {
  const known = new Set<string>(listCountries().map(({ country }) => country));
  const code = codes.find((each) => !known.has(each));
  if (code === undefined) return;
  throw invalidFields({ countries: [fraudSentences.unknownCountry({ code })] });
}
