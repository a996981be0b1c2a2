"use server";

import { redirect } from "next/navigation";
import { SignInInput } from "@/lib/accounts/contract";
import { visitorAction } from "@/lib/actions/account-action";
import type { FormInput } from "@/lib/actions/form-input";
import { parseInput } from "@/lib/core/parse-input";
import { beginSignIn } from "@/lib/sign-in/begin-sign-in";
import { finishSignIn } from "@/lib/sign-in/finish-sign-in";
import { safeNextPath } from "@/lib/sign-in/safe-next-path";
import {
  forgetSecondStep,
  rememberedDevices,
  rememberSecondStep,
  rememberSession,
  secondStepTicket,
} from "@/lib/sign-in/session";

/** Signs in and goes on to the path in `next`, if that is one of ours; with two steps to the second first. */
export const signInAction = visitorAction<never>(async (input, visitor) => {
  const begun = await beginSignIn({
    visitor,
    input: { ...parseInput(SignInInput, input), devices: await rememberedDevices() },
  });
  if (begun.kind === "second_step") {
    await rememberSecondStep(begun.ticket);
    redirect(`/sign-in/code?next=${encodeURIComponent(nextOf(input))}`);
  }
  await rememberSession(begun.sessionId);
  redirect(begun.isReopened ? keptPath : nextOf(input));
});

/** The second step: the code. */
export const codeAction = visitorAction<never>(async (input, visitor) => {
  const { sessionId, isReopened } = await finishSignIn({
    visitor,
    input: { ticket: await secondStepTicket(), form: input },
  });
  await forgetSecondStep();
  await rememberSession(sessionId);
  redirect(isReopened ? keptPath : nextOf(input));
});

/** Where someone is told that signing in has kept their account. */
const keptPath = "/settings/account?kept=1";

function nextOf(input: FormInput): string {
  return safeNextPath(input["next"]) ?? "/overview";
}
