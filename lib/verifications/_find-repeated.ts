import { and, eq } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { findSentCode } from "../sending/find-sent-code";
import { visibleVerifications } from "./_find-verification";
import { messageOf } from "./_message-of";
import type { Verification } from "./_verification-view";
import type { WriteText } from "./_write-text";
import type { StartVerificationInput } from "./contract";

interface Wanted {
  actor: Actor;
  wanted: StartVerificationInput;
  write: WriteText;
}

/**
 * The verification for which this very request has sent a code before, by its idempotency key. Throws
 * idempotency_mismatch where another request used the key.
 */
export async function findRepeated({
  actor,
  wanted,
  write,
}: Wanted): Promise<Verification | undefined> {
  const key = wanted.idempotency_key ?? null;
  if (key === null) return undefined;
  let found: Verification | undefined;
  await findSentCode({
    actor,
    key,
    async sendOf(verificationId) {
      [found] = await db()
        .select()
        .from(verifications)
        .where(and(visibleVerifications(actor), eq(verifications.id, verificationId)));
      // A number of its own tells two requests apart, as their texts may be the same.
      if (found?.to !== wanted.to) return undefined;
      return messageOf({ verification: found, wanted, write });
    },
  });
  return found;
}
