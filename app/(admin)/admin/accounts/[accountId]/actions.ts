"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { accountAction } from "@/lib/actions/account-action";
import { adjustAccountCredits } from "@/lib/supervision/adjust-account-credits";
import { liftSuspension } from "@/lib/supervision/lift-suspension";
import { setLimits } from "@/lib/supervision/set-limits";
import { suspendAccount } from "@/lib/supervision/suspend-account";
import { viewAccount } from "@/lib/supervision/view-account";

const root = "/admin";

/** Stops an account with a reason. */
export const suspendAction = accountAction(async (input, { actor }) => {
  await suspendAccount({ actor, input });
  revalidatePath(root, "layout");
});

/** Lets a suspended account go on. */
export const liftAction = accountAction(async (input, { actor }) => {
  await liftSuspension({ actor, input });
  revalidatePath(root, "layout");
});

/** Grants credits or takes some away. */
export const adjustAction = accountAction(async (input, { actor }) => {
  const adjustment = await adjustAccountCredits({ actor, input });
  revalidatePath(root, "layout");
  return adjustment;
});

/** Gives an account limits of its own. */
export const limitsAction = accountAction(async (input, { actor }) => {
  await setLimits({ actor, input });
  revalidatePath(root, "layout");
});

/** Opens the account's dashboard, to read. */
export const viewAction = accountAction<never>(async (input, { actor }) => {
  await viewAccount({ actor, input });
  redirect("/overview");
});
