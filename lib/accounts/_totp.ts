import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { log } from "../core/log";
import { secrets } from "../core/secrets";

/** A new secret for an authenticator app, 160 bits as RFC 4226 recommends, in base 32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address an app reads from the QR code. */
export function totpAddress(secret: string, email: string): string {
  return totpOf(secret, email).toString();
}

/** The 30 s step a code belongs to: the current one or a neighbour, for clocks that differ. Null when it is wrong. */
export function matchingStep(secret: string, code: string): number | null {
  const timestamp = Date.now();
  const totp = totpOf(secret);
  const delta = totp.validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}

/**
 * Encrypts a secret for the database. The key comes from the session key, which is not in there: a copy of
 * the database alone gives no second factor.
 */
export function sealTotpSecret(secret: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce);
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** Undefined when it was sealed with another key; then only recovery codes help. */
export function openTotpSecret(text: string): string | undefined {
  const bytes = Buffer.from(text, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return decipher.update(bytes.subarray(28), undefined, "utf8") + decipher.final("utf8");
  } catch {
    log().warn("a two-step secret was sealed with another session key");
    return undefined;
  }
}

function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({ issuer: "Depesza", label, secret: Secret.fromBase32(secret) });
}

function key(): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secrets().session, "", "depesza totp", 32));
}
