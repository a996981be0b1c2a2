import { createHmac, randomBytes } from "node:crypto";

const prefix = "whsec_";

interface Signed {
  id: string;
  /** Unix seconds. */
  timestamp: number;
  body: string;
}

/** `webhook-signature` by Standard Webhooks 1.0.0: one `v1` signature for each secret, parted by spaces. */
export function signPayload({ id, timestamp, body }: Signed, secrets: string[]): string {
  const content = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map((secret) =>
    createHmac("sha256", keyOf(secret)).update(content).digest("base64"),
  );
  return signatures.map((signature) => `v1,${signature}`).join(" ");
}

/** A fresh secret: 32 random bytes. */
export function makeSecret(): string {
  return prefix + randomBytes(32).toString("base64");
}

function keyOf(secret: string): Buffer {
  return Buffer.from(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret, "base64");
}
