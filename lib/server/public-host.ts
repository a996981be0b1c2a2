import type { IncomingMessage } from "node:http";
import { env } from "../core/env";
import type { Client } from "./client-address";

/** The host and scheme under which a page was requested, for Next and next-auth; undefined where nobody vouches. */
interface PublicHost {
  host: string | undefined;
  proto: string;
}

/**
 * What a trusted proxy says, or else `APP_URL` for a request that a page of that address sent. Some proxies rewrite
 * `Host` and forward nothing; then only `Origin`, which no page can choose, still says where the form came from.
 */
export function publicHostOf({ headers }: IncomingMessage, client: Client): PublicHost {
  const { forwardedHost, forwardedProto } = client;
  const { APP_URL } = env();
  if (forwardedHost === undefined && APP_URL !== undefined) {
    const { origin, host, protocol } = new URL(APP_URL);
    if (headers.origin === origin) return { host, proto: protocol.slice(0, -1) };
  }
  return { host: forwardedHost, proto: forwardedProto ?? "http" };
}
