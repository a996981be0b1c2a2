import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Callback, CallbackDoubt } from "../carrier";
import { hasCallbackSecret } from "../has-callback-secret";

/** How far the phone's clock may be off; it signs each attempt anew. */
const toleranceSeconds = 300;

/**
 * Verifies the sender of an event: by the secret in the path, and, if there is a signing key, by the signature, the
 * HMAC-SHA256 of body and timestamp in hexadecimal (docs.sms-gate.app, Webhooks, Payload Signing).
 */
export function verifyEvent(
  callback: Callback,
  signingKey: string | undefined,
): CallbackDoubt | undefined {
  if (!hasCallbackSecret(callback)) return "wrong_secret";
  if (signingKey === undefined) return undefined;
  const timestamp = callback.header("x-timestamp") ?? "";
  if (!/^\d{1,12}$/.test(timestamp)) return "wrong_signature";
  if (Math.abs(Date.now() / 1000 - Number(timestamp)) > toleranceSeconds) return "wrong_signature";
  const expected = createHmac("sha256", signingKey)
    .update(callback.body + timestamp)
    .digest("hex");
  const signature = (callback.header("x-signature") ?? "").toLowerCase();
  return timingSafeEqual(digest(signature), digest(expected)) ? undefined : "wrong_signature";
}

/** Both sides are hashed, so that they are of one length whatever came. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
