import { createMiddleware } from "hono/factory";
import { sessionFromCookie } from "../accounts/read-session-cookie";
import { AppError } from "../core/errors";
import type { ApiEnv } from "./context";

/** Lets a signed-in browser through. Only for reading: these routes change nothing. */
export const cookieSession = createMiddleware<ApiEnv>(async (c, next) => {
  const session = await sessionFromCookie(c.req.header("cookie") ?? null);
  if (!session) throw new AppError("unauthorized", "Sign in again.");
  c.set("session", session);
  c.set("accountId", session.accountId);
  await next();
});
