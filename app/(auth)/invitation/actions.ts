"use server";

import { redirect } from "next/navigation";
import { visitorAction } from "@/lib/actions/account-action";
import { acceptInvitation } from "@/lib/people/accept-invitation";
import { rememberSession } from "@/lib/sign-in/session";

/** Lets whoever has the mailed link join the account, and signs them in. */
export const acceptInvitationAction = visitorAction<never>(async (input, visitor) => {
  const { sessionId } = await acceptInvitation({ visitor, input });
  await rememberSession(sessionId);
  redirect("/overview");
});
