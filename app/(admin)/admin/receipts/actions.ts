"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { discardUnmatched } from "@/lib/administration/discard-unmatched";

/** Deletes a receipt that matches no message. */
export const discardAction = accountAction(async (form, { actor }) => {
  const receipt_ids = [form["receipt_id"]].flat();
  const discarded = await discardUnmatched({ actor, input: { receipt_ids } });
  revalidatePath("/admin", "layout");
  return discarded;
});
