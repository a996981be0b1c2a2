"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { saveLimits } from "@/lib/retention/save-limits";
import { saveRetention } from "@/lib/retention/save-retention";

const page = "/settings/privacy";

/** Keeps how long the account wants things kept. */
export const saveRetentionAction = accountAction(async (input, { actor }) => {
  await saveRetention({ actor, input });
  revalidatePath(page);
  return { savedAt: Date.now() };
});

/** Keeps how long the installation keeps things at most. */
export const saveLimitsAction = accountAction(async (input, { actor }) => {
  await saveLimits({ actor, input });
  revalidatePath(page);
  return { savedAt: Date.now() };
});
