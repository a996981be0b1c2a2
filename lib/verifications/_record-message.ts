import { sql } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { isVerification } from "./_find-verification";
import type { Opened } from "./_open-verification";
import { maxLifeMs } from "./_times";
import { toVerificationView } from "./_verification-view";
import type { VerificationView } from "./contract";

interface Sent {
  /** Of the message that was accepted, `msg_…`. */
  messageId: string | null;
  /** The message was accepted for an earlier request, which has moved the time. */
  isReplay: boolean;
}

/**
 * Stores which message has the code, and moves the time for which it works: not before the message was accepted, or one
 * that is rejected would prolong it, nor beyond a day from the first, so that it ends and is judged. Of two at the same moment, the later ID and the later time stay.
 */
export async function recordMessage(
  { verification, expiresAt }: Opened,
  { messageId, isReplay }: Sent,
): Promise<VerificationView> {
  const id = parsePublicId("msg", messageId ?? "") ?? null;
  const latest = new Date(verification.createdAt.getTime() + maxLifeMs);
  const prolonged = expiresAt < latest ? expiresAt : latest;
  const until = isReplay ? verification.expiresAt : prolonged;
  const [row = { ...verification, messageId: id }] = await db()
    .update(verifications)
    .set({
      messageId: sql`greatest(${verifications.messageId}, ${id}::uuid)`,
      expiresAt: sql`case when ${verifications.status} = 'pending'
        then greatest(${verifications.expiresAt}, ${until.toISOString()}::timestamptz)
        else ${verifications.expiresAt} end`,
    })
    .where(isVerification(verification))
    .returning();
  return toVerificationView(row, await databaseNow());
}
