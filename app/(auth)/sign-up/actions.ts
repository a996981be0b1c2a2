"use server";

import { redirect } from "next/navigation";
import { currentLanguage } from "@/components/language/current-language";
import { SignUpInput } from "@/lib/accounts/contract";
import { visitorAction } from "@/lib/actions/account-action";
import { parseInput } from "@/lib/core/parse-input";
import { rememberSession } from "@/lib/sign-in/session";
import { signUp } from "@/lib/sign-in/sign-up";

/** Opens an account and leads its new user, signed in, to the first message, step by step. */
export const createAccountAction = visitorAction<never>(async (input, visitor) => {
  const wanted = { ...parseInput(SignUpInput, input), language: await currentLanguage() };
  const { sessionId } = await signUp({ ...wanted, ...visitor });
  await rememberSession(sessionId);
  redirect("/start");
});
