import { closeDatabase } from "../lib/core/db";
import { sealSession, sessionCookie } from "../lib/sessions/session-cookie";
import { signIn } from "../lib/sign-in/sign-in";

/** Signs an account's user in and prints the cookie of the session. Set up by scripts/bench.mjs. */
const [, , email = "", password = ""] = process.argv;
const { sessionId } = await signIn({
  visitor: { address: null, userAgent: null, language: "en" },
  input: { email, password },
});
process.stdout.write(`${sessionCookie().name}=${await sealSession(sessionId)}`);
await closeDatabase();
