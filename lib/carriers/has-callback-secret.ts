import { createHash, timingSafeEqual } from "node:crypto";
import { secrets } from "../core/secrets";
import { callbackSecret } from "./callback-secret";
import type { Callback } from "./carrier";

/**
 * Whether a callback came to the unguessable path that only its carrier knows, or, for a carrier of an earlier release, to
 * the one that all carriers had. Both sides are hashed, so that neither content nor length shows in the time.
 */
export function hasCallbackSecret({ carrier, secret, mayBeCommon }: Callback): boolean {
  const { carrierWebhook } = secrets();
  const isOwn = isSame(secret, callbackSecret(carrier, carrierWebhook));
  const isCommon = isSame(secret, carrierWebhook);
  return isOwn || (isCommon && mayBeCommon);
}

function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
