"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { removeSenderName } from "@/lib/sender-names/remove-sender-name";
import { requestSenderName } from "@/lib/sender-names/request-sender-name";

const page = "/settings/senders";

/** Asks the administrator for a name. */
export const requestAction = accountAction(async (input, { actor }) => {
  const requested = await requestSenderName({ actor, input });
  revalidatePath(page);
  return requested;
});

/** Takes a name off the account's list. */
export const removeAction = accountAction(async (input, { actor }) => {
  await removeSenderName({ actor, input });
  revalidatePath(page);
});
