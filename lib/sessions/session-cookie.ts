import { decode, encode } from "next-auth/jwt";
import { appUrl } from "../core/env";
import { secrets } from "../core/secrets";
import { sessionLifetime } from "./session-lifetime";

const maxAgeSeconds = sessionLifetime.absoluteMs / 1000;

/** The session cookie by next-auth's own rules: its name and its flags. Secure exactly when APP_URL is https. */
export function sessionCookie() {
  const secure = appUrl().startsWith("https:");
  return {
    name: `${secure ? "__Secure-" : ""}next-auth.session-token`,
    options: { httpOnly: true, sameSite: "lax", path: "/", secure, maxAge: maxAgeSeconds },
  } as const;
}

/** The cookie's value: next-auth's encrypted token, which carries the session's id and nothing else. */
export function sealSession(sessionId: string): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: secrets().session, maxAge: maxAgeSeconds });
}

/** The session id in a cookie's value; null when it is forged, stale or none of ours. */
export async function unsealSession(value: string): Promise<string | null> {
  const token = await decode({ token: value, secret: secrets().session }).catch(() => null);
  return typeof token?.["sid"] === "string" ? token["sid"] : null;
}
