import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { appUrl, env } from "../core/env";
import { warnSparsely } from "../core/limits/warn-sparsely";
import { secrets } from "../core/secrets";
import { codeOf, toAppError } from "../core/to-app-error";
import { endSession } from "../sessions/end-session";
import { readSession } from "../sessions/read-session";
import { sessionCookie } from "../sessions/session-cookie";
import { sessionLifetime } from "../sessions/session-lifetime";
import { visitorOf } from "../sessions/visitor-of";
import { signIn } from "./sign-in";

/**
 * next-auth over our own sessions: its token carries a session id, and the row behind it is what counts. While the
 * database is away next-auth would take every session for ended and its cookie away: `onFailure` learns of that.
 */
export function authOptions(onFailure: (error: unknown) => void): NextAuthOptions {
  const { name, options } = sessionCookie();
  return {
    secret: secrets().session,
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    session: { strategy: "jwt", maxAge: sessionLifetime.absoluteMs / 1000 },
    useSecureCookies: appUrl().startsWith("https:"),
    cookies: { sessionToken: { name, options } },
    providers: [passwords],
    callbacks: {
      // `user` is only there at sign-in; later calls bring the token itself.
      jwt: ({ token, user }) => ({ sid: user ? user.id : token["sid"] }),
      session: async ({ session, token }) => {
        const live = await readSession(token["sid"]).catch((error: unknown) => {
          onFailure(error);
          throw error;
        });
        // next-auth types the user as required, yet an ended session has none: the client sees `{}`.
        return live
          ? { expires: session.expires, user: { email: live.email } }
          : ({} as typeof session);
      },
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token["sid"] === "string") await endSession(token["sid"]);
      },
    },
    logger: { error: warn, warn, debug: () => {} },
  };
}

/** Anybody can cause what next-auth reports, such as a cookie it cannot open: so it is summarized, and no error of ours. */
function warn(code: string, details?: unknown): void {
  warnSparsely(`next-auth ${code.slice(0, 60)}`, { cause: codeOf(details) }, "next-auth");
}

/**
 * Tells next-auth where it is served; it asks nothing but these two variables. Without APP_URL the host
 * of the request is believed: the front door only passes on what came from a trusted proxy.
 */
export function trustPublicAddress(): void {
  const said = env().APP_URL ? { NEXTAUTH_URL: appUrl() } : { AUTH_TRUST_HOST: "true" };
  // biome-ignore lint/style/noProcessEnv: written for next-auth, read by nothing of ours.
  Object.assign(process.env, said);
}

const passwords = CredentialsProvider({
  name: "Password",
  credentials: { email: { label: "E-mail" }, password: { label: "Password", type: "password" } },
  authorize: async (credentials, request) => {
    const visitor = visitorOf(new Headers(request.headers));
    const { email = "", password = "" } = credentials ?? {};
    // next-auth puts the message into the URL it redirects to: only a sentence of ours may be in it.
    const { sessionId } = await signIn({ visitor, input: { email, password } }).catch(
      (error: unknown) => {
        throw toAppError(error);
      },
    );
    return { id: sessionId };
  },
});
