import { appUrl, env } from "./env";
import { isHost } from "./is-host";

/** The name under which a request reached this installation, as its own server or a trusted proxy says it. */
interface Reached {
  host: string | null | undefined;
  /** `https` or `http`; anything else counts as `http`. */
  proto: string | null | undefined;
}

/**
 * The address to show a reader, without a slash at the end: `APP_URL`, or else the host of the request. A host that is
 * not valid is not shown.
 */
export function publicOrigin({ host, proto }: Reached): string {
  if (env().APP_URL !== undefined || !host || !isHost(host)) return appUrl();
  return `${proto === "https" ? "https" : "http"}://${host}`;
}

/** The same for a page, which sees only the headers that the HTTP server has checked. */
export function publicOriginOf(headers: Headers): string {
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return publicOrigin({ host, proto: headers.get("x-forwarded-proto") });
}
