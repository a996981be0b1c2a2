"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { liftStop } from "@/lib/fraud/lift-stop";
import { saveCountries } from "@/lib/fraud/save-countries";

const page = "/settings/verifications";

/** Keeps which countries the account sends codes to. */
export const saveCountriesAction = accountAction(async (input, { actor }) => {
  await saveCountries({ actor, input });
  revalidatePath(page);
  return { savedAt: Date.now() };
});

/** Lets codes go to a stopped range again. */
export const liftStopAction = accountAction(async (input, { actor }) => {
  await liftStop({ actor, input });
  revalidatePath(page);
  return { prefix: String(input["prefix"]) };
});
