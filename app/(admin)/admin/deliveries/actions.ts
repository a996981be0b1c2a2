"use server";

import { revalidatePath } from "next/cache";
import { accountAction } from "@/lib/actions/account-action";
import { mendEndpoint } from "@/lib/administration/mend-endpoint";

/** Enables an endpoint of some account, disables it, or replays what it missed. */
export const mendEndpointAction = accountAction(async (form, { actor }) => {
  const mended = await mendEndpoint({ actor, input: form });
  revalidatePath("/admin", "layout");
  return mended;
});
