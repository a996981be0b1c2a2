"use server";

import { redirect } from "next/navigation";
import { visitorAction } from "@/lib/actions/account-action";
import { resetSignIn } from "@/lib/sign-in/reset-sign-in";
import { forgetSession, rememberDevice } from "@/lib/sign-in/session";

/** Sets the new password; everybody has to sign in with it, this browser too, which has proved whose it is. */
export const resetPasswordAction = visitorAction<never>(async (input, visitor) => {
  await rememberDevice(await resetSignIn({ visitor, input }));
  await forgetSession();
  redirect("/sign-in?after=reset");
});
