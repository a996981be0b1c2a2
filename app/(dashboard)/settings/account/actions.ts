"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { changePassword } from "@/lib/accounts/change-password";
import { endAllSessions } from "@/lib/accounts/end-all-sessions";
import { requestEmailChange } from "@/lib/accounts/request-email-change";
import { accountAction } from "@/lib/actions/account-action";
import { buttonAction } from "@/lib/actions/button-action";
import { saveDefaultCountry } from "@/lib/preferences/default-country";
import { updateProfile } from "@/lib/preferences/update-profile";
import { endOwnSession } from "@/lib/sessions/end-own-session";
import { endSession } from "@/lib/sessions/end-session";
import {
  actorOf,
  currentSession,
  forgetSession,
  rememberDevice,
  rememberLanguage,
} from "@/lib/sign-in/session";

const page = "/settings/account";

/** Changes name, time zone and language. */
export const updateProfileAction = accountAction(async (input, { actor }) => {
  const { language } = await updateProfile({ actor, input });
  await rememberLanguage(language);
  // The zone is that of every time on every screen.
  revalidatePath("/", "layout");
  return { savedAt: Date.now() };
});

/** Changes the country whose numbers may be written without its code. */
export const saveDefaultCountryAction = accountAction(async (input, { actor }) => {
  await saveDefaultCountry({ actor, input });
  revalidatePath(page);
  return { savedAt: Date.now() };
});

/** Mails a link to the new address; nothing changes before it is followed. */
export const changeEmailAction = accountAction(async (input, { actor }) => {
  return { email: await requestEmailChange({ actor, input }), askedAt: Date.now() };
});

/** Changes the password and ends every other session. */
export const changePasswordAction = accountAction(async (input, { actor }) => {
  const { isMailSent } = await changePassword({ actor, input });
  await rememberDevice(actor.userId);
  revalidatePath(page);
  return { changedAt: new Date().toISOString(), isMailSent };
});

/** Ends one other session of the user. */
export const endSessionAction = accountAction(async (input, { actor }) => {
  await endOwnSession({ actor, input: { sessionId: input["session_id"] } });
  revalidatePath(page);
  return { browser: String(input["browser"]), endedAt: Date.now() };
});

/** Ends this session. */
export const signOut = buttonAction(page, async () => {
  const session = await currentSession();
  if (session) await endSession(session.sessionId);
  await forgetSession();
  redirect("/sign-in?after=sign-out");
});

/** Ends every session of the user, this one too. */
export const signOutEverywhere = buttonAction(page, async () => {
  const session = await currentSession();
  // Whoever views an account ends none of its people's sessions, but their own.
  if (session?.viewing) await endSession(session.sessionId);
  else if (session) await endAllSessions({ actor: await actorOf(session) });
  await forgetSession();
  redirect("/sign-in?after=sign-out");
});
