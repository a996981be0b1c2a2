import { and, asc, eq, lte, not, type SQL } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { enqueueVerificationEnd } from "../deliveries/enqueue-verification-end";
import { isVerification } from "./_find-verification";

interface Wanted {
  accountId: string;
  /** Which of the account; left out for any. */
  which?: SQL | undefined;
  now: Date;
  limit: number;
}

/**
 * Ends pending verifications of an account whose time is over, each with its event, in the caller's transaction. Those that
 * somebody else has locked are theirs. Returns the IDs of the events, to notify readers of.
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
