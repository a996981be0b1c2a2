"use server";

import { confirmEmail } from "@/lib/accounts/confirm-email";
import { visitorAction } from "@/lib/actions/account-action";

/** Takes the new e-mail. */
export const confirmEmailAction = visitorAction(async (input, visitor) => {
  return { email: await confirmEmail({ visitor, input }) };
});
