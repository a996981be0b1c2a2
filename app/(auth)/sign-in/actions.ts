"use server";

import { redirect } from "next/navigation";
import { SignInInput } from "@/lib/accounts/contract";
import { safeNextPath } from "@/lib/accounts/safe-next-path";
import { rememberSession } from "@/lib/accounts/session";
import { signIn } from "@/lib/accounts/sign-in";
import { visitorAction } from "@/lib/actions/account-action";
import { parseInput } from "@/lib/core/parse-input";

/** Signs in and goes on to the path in `next`, if that is one of ours. */
export const signInAction = visitorAction<never>(async (input, visitor) => {
  const { sessionId } = await signIn({ ...parseInput(SignInInput, input), ...visitor });
  await rememberSession(sessionId);
  redirect(safeNextPath(input["next"]) ?? "/messages");
});
