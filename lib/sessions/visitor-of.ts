import { isIP } from "node:net";
import type { Visitor } from "./create-session";

/**
 * The browser behind a request. The front door writes `X-Forwarded-For` itself, from the socket or from
 * a trusted proxy; the last entry is the one that no client can choose.
 */
export function visitorOf(headers: Headers): Visitor {
  const address = headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  return { address: isIP(address) ? address : null, userAgent: headers.get("user-agent") };
}
