"use server";

import { revalidatePath } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { accountAction } from "@/lib/actions/account-action";
import { setBalanceAlert } from "@/lib/credits/set-balance-alert";
import { setBuyer } from "@/lib/invoices/set-buyer";
import { startCheckout } from "@/lib/payments/start-checkout";

/**
 * Opens a purchase; the value is the address of the page where it is paid. The form goes there itself: Next's redirect
 * would first ask the other site for a page of ours. Without JavaScript the response is the redirect.
 */
export const topUpAction = accountAction(async (input, { actor }) => {
  const url = await startCheckout({ actor, input });
  if (!(await headers()).has("next-action")) redirect(url);
  return url;
});

/** Says when to warn of low credits. */
export const setBalanceAlertAction = accountAction(async (input, { actor }) => {
  await setBalanceAlert({ actor, input });
  revalidatePath("/", "layout");
  return { savedAt: new Date().toISOString() };
});

/** Says whom the invoices are made out to from now on. */
export const setBuyerAction = accountAction(async (input, { actor }) => {
  await setBuyer({ actor, input });
  revalidatePath("/credits");
  return { savedAt: new Date().toISOString() };
});
