import { and, asc, eq, gt } from "drizzle-orm";
import { activityEvents } from "@/drizzle/schema/activity";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import { nobody } from "./_nobody";

interface Wanted {
  accountId: string;
  /** The last event that was dealt with; null before the first. */
  after: string | null;
  limit: number;
}

/**
 * Erases who and what the next events of an account name. That something was done, and when, stays until its month is
 * dropped. Returns the last of them, or null when there are no more. Joins `tx`.
 */
export async function eraseActivity(
  { accountId, after, limit }: Wanted,
  tx: Tx,
): Promise<string | null> {
  const ofAccount = eq(activityEvents.accountId, accountId);
  const page = await tx
    .select({ id: activityEvents.id })
    .from(activityEvents)
    .where(and(ofAccount, after === null ? undefined : gt(activityEvents.id, after)))
    .orderBy(asc(activityEvents.id))
    .limit(limit);
  if (page.length === 0) return null;
  const ids = page.map(({ id }) => id);
  await tx
    .update(activityEvents)
    .set({ ...nobody, targetLabel: null, before: null, after: null })
    .where(and(ofAccount, anyOf(activityEvents.id, ids)));
  return ids.at(-1) ?? null;
}
