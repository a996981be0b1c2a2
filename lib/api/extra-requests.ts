import { getPath } from "hono/utils/url";
import { bodyLimitOf } from "./body-limit-of";

/** A body that was read for nothing counts as one request for each part of this size. */
const bytesPerRequest = 65_536;

/**
 * As how many more requests a body that was read for nothing counts. One that does not say how long it is may have been
 * the longest.
 */
export function extraRequests(request: Request): number {
  const maxBytes = bodyLimitOf(getPath(request));
  const bytes = Number(request.headers.get("content-length") ?? maxBytes);
  return Math.floor(Math.min(bytes, maxBytes) / bytesPerRequest);
}
