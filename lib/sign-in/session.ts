import { randomBytes } from "node:crypto";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { findUser } from "../accounts/find-user";
import type { UserActor } from "../core/actor";
import { type Language, languageCookie } from "../language/language";
import { addDevice } from "../sessions/device";
import { personOf } from "../sessions/person-of";
import { readSession, type Session } from "../sessions/read-session";
import { sealSession, sessionCookie, unsealSession } from "../sessions/session-cookie";
import { secondStepLifeMs } from "../sessions/session-lifetime";
import { sessionUser } from "../sessions/session-user";
import { visitorOf } from "../sessions/visitor-of";
import { safeNextPath } from "./safe-next-path";

const yearSeconds = 31_536_000;

/** Who is signed in, or null. Looked up once per request, never remembered beyond it. */
export const currentSession = cache(async (): Promise<Session | null> => {
  const value = (await cookies()).get(sessionCookie().name)?.value;
  const sessionId = value ? await unsealSession(value) : null;
  return sessionId === null ? null : readSession(sessionId);
});

/** Who is signed in; everyone else is sent to sign in first and comes back to `path`. */
export async function requireSession(path?: string): Promise<Session> {
  const session = await currentSession();
  if (session) return session;
  const next = safeNextPath(path);
  redirect(next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in");
}

/** Who is signed in, as an actor; everyone else is sent to sign in first and comes back to `path`. */
export async function requireActor(path?: string): Promise<UserActor> {
  return actorOf(await requireSession(path));
}

/** The person of a session as an actor in the request that is being answered. */
export async function actorOf(session: Session): Promise<UserActor> {
  return personOf(session, visitorOf(await headers()));
}

/**
 * Hands the session to the browser, as next-auth's own sign-in would, and the language its user chose. The
 * browser is known to the user from then on.
 */
export async function rememberSession(sessionId: string): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, await sealSession(sessionId), options);
  const user = await sessionUser(sessionId);
  if (!user) return;
  if (user.language) await rememberLanguage(user.language);
  await keepDevice(user);
}

/** Keeps the language in the browser, for pages before and after signing in. */
export async function rememberLanguage(language: Language): Promise<void> {
  (await cookies()).set(languageCookie, language, {
    maxAge: yearSeconds,
    sameSite: "lax",
    path: "/",
  });
}

/** Takes the session from the browser. */
export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

const secondStepCookie = "depesza.second-step";
const deviceCookie = "depesza.device";
const passkeyCookie = "depesza.passkey";
/** All three are seen by the sign-in pages only. */
const signInPath = "/sign-in";

/** Knows the browser again at the next sign-in of this user, whatever others guess. Opens nothing. */
export async function rememberDevice(userId: string): Promise<void> {
  const user = await findUser({ id: userId });
  if (user) await keepDevice(user);
}

/** The device cookie; empty without one. */
export async function rememberedDevices(): Promise<string> {
  return (await cookies()).get(deviceCookie)?.value ?? "";
}

async function keepDevice(user: Parameters<typeof addDevice>[1]): Promise<void> {
  const { secure } = sessionCookie().options;
  (await cookies()).set(deviceCookie, addDevice(await rememberedDevices(), user), {
    httpOnly: true,
    sameSite: "lax",
    path: signInPath,
    secure,
    maxAge: yearSeconds,
  });
}

/** Lets the browser come back with the code; the ticket opens nothing by itself. */
export async function rememberSecondStep(ticket: string): Promise<void> {
  const { secure } = sessionCookie().options;
  (await cookies()).set(secondStepCookie, ticket, {
    httpOnly: true,
    sameSite: "lax",
    path: signInPath,
    secure,
    maxAge: secondStepLifeMs / 1000,
  });
}

/** The ticket of a sign-in that waits for its code, if this browser has one. */
export async function secondStepTicket(): Promise<string> {
  return (await cookies()).get(secondStepCookie)?.value ?? "";
}

/** The second step is done. */
export async function forgetSecondStep(): Promise<void> {
  (await cookies()).set(secondStepCookie, "", { path: signInPath, maxAge: 0 });
}

/** What ties a sign-in by passkey to the browser that asked for it; empty for one that did not. It opens nothing. */
export async function passkeyBrowser(): Promise<string> {
  return (await cookies()).get(passkeyCookie)?.value ?? "";
}

/** The same for a browser that asks: chosen once, until it is closed. */
export async function rememberPasskeyBrowser(): Promise<string> {
  const known = await passkeyBrowser();
  if (/^[\w-]{22}$/.test(known)) return known;
  const fresh = randomBytes(16).toString("base64url");
  const { secure } = sessionCookie().options;
  const options = { httpOnly: true, sameSite: "strict", path: signInPath, secure } as const;
  (await cookies()).set(passkeyCookie, fresh, options);
  return fresh;
}
