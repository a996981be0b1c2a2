"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { parsePublicId } from "@/lib/core/ids";
import { decideSenderName } from "@/lib/sender-names/decide-sender-name";

/** Approves or rejects a sender name of an account. */
export const decideAction = accountAction(async (form, { actor }) => {
  const accountId = parsePublicId("acc", String(form["account_id"]).slice(0, 40)) ?? "";
  const decided = await decideSenderName({ actor, input: { accountId, wanted: form } });
  revalidatePath("/admin", "layout");
  return decided;
});
