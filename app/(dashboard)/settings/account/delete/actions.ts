"use server";

import { redirect } from "next/navigation";
import { closeAccount } from "@/lib/account-data/close-account";
import { accountAction } from "@/lib/actions/account-action";
import { forgetSession } from "@/lib/sign-in/session";

/** Closes the account and signs out; signing in within seven days takes it back. */
export const closeAccountAction = accountAction<never>(async (input, { actor }) => {
  const { isMailSent } = await closeAccount({ actor, input });
  await forgetSession();
  redirect(isMailSent ? "/sign-in?after=closed" : "/sign-in?after=closed-untold");
});
