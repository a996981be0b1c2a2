"use server";

import { redirect } from "next/navigation";
import { resetPassword } from "@/lib/accounts/reset-password";
import { visitorAction } from "@/lib/actions/account-action";
import { forgetSession, rememberDevice } from "@/lib/sign-in/session";

/** Sets the new password; everybody has to sign in with it, this browser too, which has proved whose it is. */
export const resetPasswordAction = visitorAction<never>(async (input, visitor) => {
  await rememberDevice(await resetPassword({ visitor, input }));
  await forgetSession();
  redirect("/sign-in?after=reset");
});
