import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import type { verifications } from "@/drizzle/schema/verifications";
import { secrets } from "../core/secrets";

type Coded = Pick<typeof verifications.$inferSelect, "accountId" | "id" | "test" | "codeLength">;

/** What every code begins with in test mode, where no phone gets one. */
const testDigits = "1234567890";

/**
 * The code of a verification: digits of a keyed hash of its ID. So nothing but the
 * message that waits for its carrier has it, a resend sends the same, and whoever lacks the session key can only guess. Of
 * a test verification it is known.
 */
export function codeOf({ accountId, id, test, codeLength }: Coded): string {
  if (test) return testDigits.slice(0, codeLength);
  const hash = createHmac("sha256", key()).update(`${accountId}.${id}`).digest();
  // 64 bits: that some codes are likelier by a billionth helps nobody.
  const number = hash.readBigUInt64BE(0) % 10n ** BigInt(codeLength);
  return number.toString().padStart(codeLength, "0");
}

/** Whether a text is the code, in a time that depends on neither. */
export function isCodeOf(verification: Coded, text: string): boolean {
  const mac = (code: string) => createHmac("sha256", key()).update(code).digest();
  return timingSafeEqual(mac(codeOf(verification)), mac(text));
}

function key(): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secrets().session, "", "verification code", 32));
}
