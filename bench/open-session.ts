import { sealSession, sessionCookie } from "../lib/accounts/session-cookie";
import { signIn } from "../lib/accounts/sign-in";
import { closeDatabase } from "../lib/core/db";

/** Signs an account's user in and prints the cookie of the session. Set up by scripts/bench.mjs. */
const [, , email = "", password = ""] = process.argv;
const { sessionId } = await signIn({ email, password, address: null, userAgent: null });
process.stdout.write(`${sessionCookie().name}=${await sealSession(sessionId)}`);
await closeDatabase();
