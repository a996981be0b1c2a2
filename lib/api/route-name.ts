import type { Context } from "hono";
import { routePath } from "hono/route";
import { oncePer } from "../core/once";
import type { ApiEnv } from "./context";

/** The template of the route that answered, as `/api/sms/{message_id}`; `none` when there was none. Ask it after the answer. */
export function routeName(c: Context<ApiEnv>): string {
  return nameOf(routePath(c));
}

/** There are as many as routes. */
const nameOf = oncePer((pattern: string) =>
  pattern.endsWith("/*") ? "none" : pattern.replace(/:(\w+)(?:\{\.\+\})?/g, "{$1}"),
);
