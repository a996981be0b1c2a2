"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { accountAction } from "@/lib/actions/account-action";
import { setBalanceAlert } from "@/lib/credits/set-balance-alert";
import { startCheckout } from "@/lib/payments/start-checkout";

/** Opens a purchase and leads to the page where it is paid. */
export const topUpAction = accountAction<never>(async (input, { actor }) => {
  redirect(await startCheckout({ actor, input }));
});

/** Says when to warn of low credits. */
export const setBalanceAlertAction = accountAction(async (input, { session }) => {
  await setBalanceAlert(session.accountId, input);
  revalidatePath("/", "layout");
  return { savedAt: new Date().toISOString() };
});
