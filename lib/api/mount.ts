import type { Context, Hono } from "hono";
import type { Call } from "../operations/call-contract";
import type { ApiEnv } from "./context";
import { methodNotAllowed } from "./method-not-allowed";

/** A call and what responds to it. */
export interface Route {
  call: Call;
  respond: (c: Context<ApiEnv>) => Response | Promise<Response>;
}

/** The order in `Allow`. */
const methods: Call["method"][] = ["get", "post", "patch", "delete"];

/**
 * Adds routes to the API. Every other method of their paths is 405 with `Allow`. Where a name and a parameter have the
 * same place in two paths, the name wins. `{rest+}` takes the whole rest of a path.
 */
export function mount(api: Hono<ApiEnv>, routes: Route[]): void {
  // `{` comes after every letter, so a parameter comes after the names at its place.
  const paths = [...new Set(routes.map(({ call }) => call.path))].sort();
  for (const path of paths) {
    const ofPath = routes.filter(({ call }) => call.path === path);
    const pattern = path.replace(/\{(\w+)\+\}/g, ":$1{.+}").replace(/\{(\w+)\}/g, ":$1");
    for (const { call, respond } of ofPath) api.on(call.method.toUpperCase(), pattern, respond);
    const taken = methods.filter((method) => ofPath.some(({ call }) => call.method === method));
    api.all(pattern, methodNotAllowed(...taken.map((method) => method.toUpperCase())));
  }
}
