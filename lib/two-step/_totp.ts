import { Secret, TOTP } from "otpauth";
import { log } from "../core/log";
import { seal, unseal } from "../core/seal";

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

/** Encrypts a secret for the database: a copy of that alone gives no second factor. */
export function sealTotpSecret(secret: string): string {
  return seal(secret, purpose);
}

/** Undefined when it was sealed with another session key; then only recovery codes help. */
export function openTotpSecret(sealed: string): string | undefined {
  const secret = unseal(sealed, purpose);
  if (secret === undefined) log().warn("a two-step secret was sealed with another session key");
  return secret;
}

const purpose = "depesza totp";

function totpOf(secret: string, label = ""): TOTP {
  return new TOTP({ issuer: "Depesza", label, secret: Secret.fromBase32(secret) });
}
