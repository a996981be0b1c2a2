"use server";

import { redirect } from "next/navigation";
import { buttonAction } from "@/lib/actions/button-action";
import { publicId } from "@/lib/core/ids";
import { setView } from "@/lib/sessions/set-view";
import { currentSession } from "@/lib/sign-in/session";

/** Ends an administrator's look at an account and leads back to its page. */
export const endView = buttonAction("/overview", async () => {
  const session = await currentSession();
  if (!session?.viewing) redirect("/admin/accounts");
  await setView({ actor: session, input: null });
  redirect(`/admin/accounts/${publicId("acc", session.accountId)}`);
});
