import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { Callback, CallbackDoubt } from "../carrier";
import { hasCallbackSecret } from "../has-callback-secret";
import { callbackFields, type Fields } from "./_callback-fields";

/** How an account's callbacks are signed: a hash with the secret at the end, or an HMAC. */
export const signatureMethods = ["md5hash", "md5", "sha1", "sha256", "sha512"] as const;

export interface Signing {
  secret: string;
  method: (typeof signatureMethods)[number];
}

/** Vonage repeats a callback that was not accepted for 24 hours, and signs the time of the first attempt. */
const maxAgeSeconds = 25 * 3600;
const maxAheadSeconds = 300;

/**
 * Verifies that Vonage made a callback: by the secret in its path, and by its signature if the account has one, which
 * Vonage's support enables (developer.vonage.com, signing messages).
 */
export function verifyReport(
  callback: Callback,
  signing: Signing | undefined,
): CallbackDoubt | undefined {
  if (!hasCallbackSecret(callback)) return "wrong_secret";
  if (!signing) return undefined;
  const fields = callbackFields(callback);
  if (typeof fields === "string") return "wrong_signature";
  const { sig = "", timestamp = "" } = fields;
  const ageSeconds = Date.now() / 1000 - (/^\d{1,12}$/.test(timestamp) ? Number(timestamp) : 0);
  if (ageSeconds > maxAgeSeconds || ageSeconds < -maxAheadSeconds) return "wrong_signature";
  const isRight = timingSafeEqual(digest(sig.toLowerCase()), digest(signFields(fields, signing)));
  return isRight ? undefined : "wrong_signature";
}

/** The signature of some fields: of all but `sig`, by name, without what separates them in their values. */
export function signFields(fields: Fields, { secret, method }: Signing): string {
  const joined = Object.keys(fields)
    .filter((name) => name !== "sig")
    .sort()
    .map((name) => `&${name}=${fields[name]?.replace(/[&=]/g, "_")}`)
    .join("");
  return method === "md5hash"
    ? createHash("md5")
        .update(joined + secret)
        .digest("hex")
    : createHmac(method, secret).update(joined).digest("hex");
}

/** Both sides are hashed, so that they are of one length whatever came. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
