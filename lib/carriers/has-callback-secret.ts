import { createHash, timingSafeEqual } from "node:crypto";
import { secrets } from "../core/secrets";
import type { Callback } from "./carrier";

/**
 * Whether a callback came to the unguessable path that only carriers know. Both sides are hashed, so that neither
 * content nor length shows in the time.
 */
export function hasCallbackSecret({ secret }: Callback): boolean {
  return timingSafeEqual(digest(secret), digest(secrets().carrierWebhook));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
