import { readSession, type Session } from "./read-session";
import { sessionCookie, unsealSession } from "./session-cookie";

/** The session a `Cookie` header belongs to, or null. For doors that know Request but not Next. */
export async function sessionFromCookie(cookieHeader: string | null): Promise<Session | null> {
  const { name } = sessionCookie();
  const pair = (cookieHeader ?? "")
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  if (!pair) return null;
  const sessionId = await unsealSession(pair.slice(name.length + 1));
  return sessionId === null ? null : readSession(sessionId);
}
