import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { ifThrows } from "./if-throws";
import { secrets } from "./secrets";

const nonceBytes = 12;
const tagBytes = 16;
const overhead = nonceBytes + tagBytes;

/**
 * Encrypts a text for the database. The key comes from the session key, which is not in there: a copy of the
 * database alone gives nothing away. What is sealed for one purpose does not open for another.
 */
export function seal(text: string, purpose: string): string {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url");
}

/** The text again; undefined for what is no sealed text, or was sealed with another session key or for another purpose. */
export function unseal(sealed: string, purpose: string): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  if (bytes.length < overhead) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", key(purpose), bytes.subarray(0, nonceBytes));
  decipher.setAuthTag(bytes.subarray(nonceBytes, overhead));
  return ifThrows(
    () => decipher.update(bytes.subarray(overhead), undefined, "utf8") + decipher.final("utf8"),
    () => undefined,
  );
}

function key(purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secrets().session, "", purpose, 32));
}
