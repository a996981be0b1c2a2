import type { Context } from "hono";
import { recordRequest } from "../request-log/record-request";
import { hasFailed } from "./attempt";
import type { ApiEnv } from "./context";
import { readQuery } from "./read-query";
import { routeName } from "./route-name";

/**
 * Notes a request whose token was accepted for the list of requests of its account, whatever the response is. Of others
 * nobody can be told.
 */
export function noteRequest(c: Context<ApiEnv>, requestId: string, startedMs: number): void {
  // Tests call the app without a front door.
  const attempt = c.env?.attempt;
  // What failed is not looked up again, so the app has no token of it.
  const failed = attempt && hasFailed(attempt) ? attempt.actor : undefined;
  const actor = c.get("token") ?? failed;
  if (!actor) return;
  recordRequest({
    actor,
    input: {
      requestId,
      startedMs,
      method: c.req.method,
      route: routeName(c),
      status: c.res.status,
      code: c.get("errorCode") ?? null,
      query: c.req.url.includes("?") ? readQuery(c.req.raw) : null,
      body: c.get("body") ?? attempt?.input,
    },
  });
}
