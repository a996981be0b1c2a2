import { AppError } from "../core/errors";
import { microBatch } from "../queue/micro-batch";
import type { Session } from "../sessions/read-session";
import { sessionFromCookie } from "../sessions/read-session-cookie";
import { apiSentences } from "./sentences";

/** The session of a signed-in browser. Throws unauthorized. */
export async function demandSession(cookie: string | undefined): Promise<Session> {
  const session = cookie === undefined ? null : await readTogether(cookie);
  if (!session) throw new AppError("unauthorized", apiSentences.signInAgain);
  return session;
}

/**
 * Requests with one cookie that arrive while its session is being looked up share the next look. It begins
 * after each of them came, so a session that was ended before lets none of them through.
 */
const readTogether = microBatch<string, Session | null>({
  maxBatch: 1000,
  keyOf: (asked) => asked,
  run: async (asked, askers) => {
    const session = await sessionFromCookie(asked);
    return askers.map(() => session);
  },
});
