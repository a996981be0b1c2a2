import { createMiddleware } from "hono/factory";
import { AppError } from "../core/errors";
import { gather } from "../queue/gather";
import type { Session } from "../sessions/read-session";
import { sessionFromCookie } from "../sessions/read-session-cookie";
import type { ApiEnv } from "./context";

/** Lets a signed-in browser through. Only for reading: these routes change nothing. */
export const cookieSession = createMiddleware<ApiEnv>(async (c, next) => {
  const cookie = c.req.header("cookie");
  const session = cookie === undefined ? null : await readTogether(cookie);
  if (!session) throw new AppError("unauthorized", "Sign in again.");
  c.set("session", session);
  c.set("accountId", session.accountId);
  await next();
});

/**
 * Requests with one cookie that arrive while its session is being looked up share the next look. It begins
 * after each of them came, so a session that was ended before lets none of them through.
 */
const readTogether = gather<string, Session | null>({
  maxBatch: 1000,
  laneOf: (asked) => asked,
  run: async (asked, askers) => {
    const session = await sessionFromCookie(asked);
    return askers.map(() => session);
  },
});
