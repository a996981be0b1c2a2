"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { addPasskey } from "@/lib/passkeys/add-passkey";
import { removePasskey } from "@/lib/passkeys/remove-passkey";
import { startPasskey } from "@/lib/passkeys/start-passkey";

const page = "/settings/account/passkeys";

/** What the browser needs to make a passkey, for the password. */
export const startPasskeyAction = accountAction((input, { actor }) => {
  return startPasskey({ actor, input });
});

/** Adds what the browser made. */
export const addPasskeyAction = accountAction(async (input, { actor }) => {
  const { isMailSent } = await addPasskey({ actor, input });
  revalidatePath(page);
  return { isMailSent, at: Date.now() };
});

/** Removes one, for the password. */
export const removePasskeyAction = accountAction(async (input, { actor }) => {
  const removed = await removePasskey({ actor, input });
  revalidatePath(page);
  return { ...removed, at: Date.now() };
});
