"use server";

import { redirect } from "next/navigation";
import { SignInInput } from "@/lib/accounts/contract";
import { visitorAction } from "@/lib/actions/account-action";
import type { FormInput } from "@/lib/actions/form-input";
import { parseInput } from "@/lib/core/parse-input";
import { askPasskey } from "@/lib/passkeys/ask-passkey";
import { beginSignIn } from "@/lib/sign-in/begin-sign-in";
import { finishSignIn } from "@/lib/sign-in/finish-sign-in";
import { safeNextPath } from "@/lib/sign-in/safe-next-path";
import {
  forgetSecondStep,
  passkeyBrowser,
  rememberedDevices,
  rememberPasskeyBrowser,
  rememberSecondStep,
  rememberSession,
  secondStepTicket,
} from "@/lib/sign-in/session";
import { signInWithPasskey } from "@/lib/sign-in/sign-in-with-passkey";

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

/** What the browser needs to offer a passkey. */
export const askPasskeyAction = visitorAction(async () => {
  return askPasskey({ browser: await rememberPasskeyBrowser() });
});

/** Both steps at once: the passkey that the browser let somebody choose. */
export const passkeyAction = visitorAction<never>(async (input, visitor) => {
  const { sessionId, isReopened } = await signInWithPasskey({
    visitor,
    input: { browser: await passkeyBrowser(), response: input["response"] },
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
