import { and, asc, eq, gt, lte, not, type SQL } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { verifications } from "@/drizzle/schema/verifications";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { enqueueVerificationEnd } from "../deliveries/enqueue-verification-end";
import { isVerification } from "./_find-verification";
import type { Verification } from "./_verification-view";

interface Wanted {
  accountId: string;
  /** Which of the account; left out for any. */
  which?: SQL | undefined;
  now: Date;
  limit: number;
}

/**
 * Ends pending verifications of an account whose time is over, each with its event, in the caller's transaction. Those that
 * somebody else has locked are theirs. One whose request was cut short before it had a message is deleted: nobody got its
 * code. Returns the IDs of the events, to notify readers of.
 */
export async function lapseVerifications(
  { accountId, which, now, limit }: Wanted,
  tx: Tx,
): Promise<string[]> {
  const lapsed = await tx
    .select()
    .from(verifications)
    .where(
      and(
        eq(verifications.accountId, accountId),
        eq(verifications.status, "pending"),
        not(verifications.isDecoy),
        lte(verifications.expiresAt, now),
        which,
      ),
    )
    .orderBy(asc(verifications.expiresAt))
    .limit(limit)
    .for("update", { skipLocked: true });
  const eventIds: string[] = [];
  for (const row of lapsed) {
    if (row.messageId === null && !(await hasMessage(row, tx))) {
      await tx.delete(verifications).where(isVerification(row));
      continue;
    }
    const end = { ...row, status: "expired", endedAt: row.expiresAt, eventId: newId() } as const;
    await tx
      .update(verifications)
      .set({ status: end.status, endedAt: end.endedAt, eventId: end.eventId })
      .where(isVerification(row));
    await enqueueVerificationEnd(end, tx);
    eventIds.push(end.eventId);
  }
  return eventIds;
}

/** Whether its code was sent by a request that was cut short before it could say so. */
async function hasMessage({ accountId, id, to }: Verification, tx: Tx): Promise<boolean> {
  const [message] = await tx
    .select({ id: messages.id })
    .from(messages)
    .where(
      // By number, and made later: there is no index of the verifications of messages.
      and(
        eq(messages.accountId, accountId),
        eq(messages.to, to),
        gt(messages.id, id),
        eq(messages.verificationId, id),
      ),
    )
    .limit(1);
  return message !== undefined;
}
