"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { retryQueue } from "@/lib/administration/retry-queue";
import { switchCarrier } from "@/lib/administration/switch-carrier";

/** Takes a carrier out of service, or back into it. */
export const switchCarrierAction = accountAction(async (form, { actor }) => {
  const carrier = String(form["carrier"]);
  await switchCarrier({ actor, input: { carrier, draining: form["draining"] === "true" } });
  revalidatePath("/admin", "layout");
});

/** Tries the queue of a carrier now; without its name, the messages that have no route. */
export const retryQueueAction = accountAction(async (form, { actor }) => {
  const carrier = form["carrier"];
  const tried = await retryQueue({
    actor,
    input: { carrier: carrier === undefined ? null : String(carrier) },
  });
  revalidatePath("/admin", "layout");
  return tried;
});
