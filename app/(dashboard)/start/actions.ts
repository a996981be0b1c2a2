"use server";

import { redirect } from "next/navigation";
import { wordsOf } from "@/components/language/current-language";
import { accountAction } from "@/lib/actions/account-action";
import { dismissOnboarding } from "@/lib/onboarding/dismiss-onboarding";
import { createToken } from "@/lib/tokens/create-token";
import { startWords } from "./words";

/** Makes a live token that may send and read; the answer is the only place it is ever shown. */
export const makeFirstTokenAction = accountAction(async (_form, { actor }) => {
  const { name } = (await wordsOf(startWords)).token;
  const { token } = await createToken({ actor, input: { name, mode: "live" } });
  return { token };
});

/** Takes the guide out of the way, or back in, and goes home. */
export const dismissAction = accountAction(async (form, { actor }) => {
  await dismissOnboarding({ actor, input: { isDismissed: form["dismissed"] === "true" } });
  redirect("/overview");
});
