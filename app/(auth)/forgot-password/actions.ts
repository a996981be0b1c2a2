"use server";

import { requestPasswordReset } from "@/lib/accounts/request-password-reset";
import { visitorAction } from "@/lib/actions/account-action";

/** Asks for the mail; the answer is the same whoever is meant. */
export const requestResetAction = visitorAction(async (input, visitor) => {
  await requestPasswordReset({ visitor, input });
  return { email: String(input["email"]).trim() };
});
