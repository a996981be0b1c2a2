"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { decideStuck } from "@/lib/administration/decide-stuck";
import { settleMessages } from "@/lib/administration/settle-messages";

/** Decides about the selected messages whose fate is unknown. */
export const settleMessagesAction = accountAction(async (form, { actor }) => {
  const message_ids = chosenIn(form["message_id"]);
  const decided = await settleMessages({
    actor,
    input: { message_ids, decision: form["decision"] },
  });
  revalidatePath("/admin", "layout");
  return decided;
});

/** Decides about the selected messages that should have left and are queued. */
export const decideStuckAction = accountAction(async (form, { actor }) => {
  const message_ids = chosenIn(form["message_id"]);
  const decided = await decideStuck({ actor, input: { message_ids, decision: form["decision"] } });
  revalidatePath("/admin", "layout");
  return decided;
});

function chosenIn(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
