import { accountRetention } from "@/drizzle/schema/retention";
import type { Tx } from "../core/db";

type Progress = Partial<
  Pick<
    typeof accountRetention.$inferInsert,
    ("textsUntil" | "sentTo" | "receivedTo") | ("eventsUntil" | "eventsGoneUntil" | "attemptsUntil")
  >
>;

/** Remembers how far an account is swept, in the transaction that did it. */
export async function saveProgress(accountId: string, progress: Progress, tx: Tx): Promise<void> {
  await tx
    .insert(accountRetention)
    .values({ accountId, ...progress })
    .onConflictDoUpdate({ target: accountRetention.accountId, set: progress });
}
