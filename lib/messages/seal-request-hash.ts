import { createHmac } from "node:crypto";
import { secrets } from "../core/secrets";

/** No base64 begins so. */
const mark = "~";

/**
 * The hash of a request whose text is gone: without the key of this installation nobody can guess the text by it. A sealed
 * one stays as it is.
 */
export function sealRequestHash(hash: string): string {
  if (isSealed(hash)) return hash;
  return mark + createHmac("sha256", secrets().session).update(hash).digest("base64url");
}

/** Whether a hash was sealed. */
export function isSealed(hash: string): boolean {
  return hash.startsWith(mark);
}
