import { sql } from "drizzle-orm";
import { accountRetention } from "@/drizzle/schema/retention";
import type { Tx } from "../core/db";

type Progress = Partial<
  Pick<
    typeof accountRetention.$inferInsert,
    ("textsUntil" | "sentTo" | "receivedTo") | ("eventsUntil" | "eventsGoneUntil" | "attemptsUntil")
  >
>;

/**
 * Remembers how far an account is swept, in the transaction that did it. What may be gone stays so, also when the account
 * chooses a longer time before a sweep has ended.
 */
export async function saveProgress(accountId: string, progress: Progress, tx: Tx): Promise<void> {
  const goneUntil = sql`greatest(${accountRetention.eventsGoneUntil}, excluded.events_gone_until)`;
  const set = progress.eventsGoneUntil ? { ...progress, eventsGoneUntil: goneUntil } : progress;
  await tx
    .insert(accountRetention)
    .values({ accountId, ...progress })
    .onConflictDoUpdate({ target: accountRetention.accountId, set });
}
