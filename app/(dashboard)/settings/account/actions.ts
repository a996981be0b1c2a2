"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { changePassword } from "@/lib/accounts/change-password";
import { saveDefaultCountry } from "@/lib/accounts/default-country";
import { endAllSessions } from "@/lib/accounts/end-all-sessions";
import { requestEmailChange } from "@/lib/accounts/request-email-change";
import { updateProfile } from "@/lib/accounts/update-profile";
import { accountAction } from "@/lib/actions/account-action";
import { buttonAction } from "@/lib/actions/button-action";
import { endOwnSession } from "@/lib/sessions/end-own-session";
import { endSession } from "@/lib/sessions/end-session";
import {
  currentSession,
  forgetSession,
  rememberDevice,
  rememberLanguage,
} from "@/lib/sign-in/session";

const page = "/settings/account";

/** Changes name, time zone and language. */
export const updateProfileAction = accountAction(async (input, { session }) => {
  const { language } = await updateProfile(input, session);
  await rememberLanguage(language);
  // The zone is that of every time on every screen.
  revalidatePath("/", "layout");
  return { savedAt: Date.now() };
});

/** Changes the country whose numbers may be written without its code. */
export const saveDefaultCountryAction = accountAction(async (input, { session }) => {
  await saveDefaultCountry(input, session);
  revalidatePath(page);
  return { savedAt: Date.now() };
});

/** Mails a link to the new address; nothing changes before it is followed. */
export const changeEmailAction = accountAction(async (input, asker) => {
  return { email: await requestEmailChange(input, asker), askedAt: Date.now() };
});

/** Changes the password and ends every other session. */
export const changePasswordAction = accountAction(async (input, asker) => {
  const { isMailSent } = await changePassword(input, asker);
  await rememberDevice(asker.session.userId);
  revalidatePath(page);
  return { changedAt: new Date().toISOString(), isMailSent };
});

/** Ends one other session of the user. */
export const endSessionAction = accountAction(async (input, { session }) => {
  await endOwnSession(input["session_id"], session);
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
  if (session) await endAllSessions(session.userId);
  await forgetSession();
  redirect("/sign-in?after=sign-out");
});
