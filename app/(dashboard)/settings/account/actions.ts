"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { changePassword } from "@/lib/accounts/change-password";
import { endAllSessions } from "@/lib/accounts/end-all-sessions";
import { endSession } from "@/lib/accounts/end-session";
import { currentSession, forgetSession } from "@/lib/accounts/session";
import { accountAction } from "@/lib/actions/account-action";
import { demandSameOrigin } from "@/lib/actions/demand-same-origin";

/** Changes the password and ends every other session. */
export const changePasswordAction = accountAction(async (input, { session, address }) => {
  await changePassword(input, { session, address });
  return { changedAt: new Date().toISOString() };
});

/** Ends this session. */
export async function signOut(): Promise<void> {
  demandSameOrigin(await headers());
  const session = await currentSession();
  if (session) await endSession(session.sessionId);
  await forgetSession();
  redirect("/sign-in");
}

/** Ends every session of the user, this one too. */
export async function signOutEverywhere(): Promise<void> {
  demandSameOrigin(await headers());
  const session = await currentSession();
  if (session) await endAllSessions(session.userId);
  await forgetSession();
  redirect("/sign-in");
}
