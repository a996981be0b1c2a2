import { createHash, timingSafeEqual } from "node:crypto";
import { signPayload } from "./sign-payload";

/** How far a signer's clock may be off, as in the reference libraries of Standard Webhooks. */
const toleranceSeconds = 300;

/** During a rotation there are two; a header may hold thousands, and each is hashed. */
const maxSignatures = 10;

interface Received {
  /** Header by its lower-case name. */
  header(name: string): string | undefined;
  /** As it came, byte for byte. */
  body: string;
}

/** Whether a request was signed with this secret by Standard Webhooks, not longer than five minutes ago. */
export function isSigned({ header, body }: Received, secret: string): boolean {
  const id = header("webhook-id") ?? "";
  const timestamp = Number(header("webhook-timestamp"));
  if (id === "" || !Number.isInteger(timestamp)) return false;
  if (Math.abs(Date.now() / 1000 - timestamp) > toleranceSeconds) return false;
  const expected = digest(signPayload({ id, timestamp, body }, [secret]));
  const signatures = (header("webhook-signature") ?? "").split(" ", maxSignatures);
  return signatures.some((signature) => timingSafeEqual(digest(signature), expected));
}

/** Both sides are hashed, so that they are of one length whatever came. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
