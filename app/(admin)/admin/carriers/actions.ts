"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { settleMessages } from "@/lib/administration/settle-messages";
import { switchCarrier } from "@/lib/administration/switch-carrier";

const page = "/admin/carriers";

/** Takes a carrier out of service, or back into it. */
export const switchCarrierAction = accountAction(async (form, { actor }) => {
  const carrier = String(form["carrier"]);
  await switchCarrier({ actor, input: { carrier, draining: form["draining"] === "true" } });
  revalidatePath(page);
});

/** Decides about the selected messages whose fate is unknown. */
export const settleMessagesAction = accountAction(async (form, { actor }) => {
  const chosen = form["message_id"] ?? [];
  const message_ids = typeof chosen === "string" ? [chosen] : chosen;
  const settlement = await settleMessages({
    actor,
    input: { message_ids, decision: form["decision"] },
  });
  revalidatePath(page);
  return settlement;
});
