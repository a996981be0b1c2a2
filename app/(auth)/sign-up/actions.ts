"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { visitorAction } from "@/lib/actions/account-action";
import { isAtTheMachine } from "@/lib/sessions/is-at-the-machine";
import { rememberSession } from "@/lib/sign-in/session";
import { signUp } from "@/lib/sign-in/sign-up";

/** Opens an account and leads its new user, signed in, to the first message, step by step. */
export const createAccountAction = visitorAction<never>(async (input, visitor) => {
  const { sessionId } = await signUp({
    visitor,
    input,
    isAtTheMachine: isAtTheMachine(await headers()),
  });
  await rememberSession(sessionId);
  redirect("/start");
});
