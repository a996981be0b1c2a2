import { and, eq, isNull, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";
import { db, type Tx } from "../core/db";
import { refundCredits } from "../credits/refund-credits";
import { publishChange } from "../queue/notice";
import { endMessages } from "./end-messages";
import { mayBecome } from "./may-become";
import { recordEvents } from "./record-events";

const batchSize = 500;

/**
 * Cancels everything a closed account has waiting that no carrier may have, with its credits back; what is
 * under way goes on, and so does everything of an account that was taken back meanwhile. Returns how many.
 */
export async function cancelWaitingMessages(accountId: string): Promise<number> {
  let cancelled = 0;
  for (;;) {
    const ids = await db().transaction((tx) => cancelBatch(accountId, tx));
    publishChange(accountId, ids);
    cancelled += ids.length;
    if (ids.length < batchSize) return cancelled;
  }
}

async function cancelBatch(accountId: string, tx: Tx): Promise<string[]> {
  const rows = await tx
    .select({ id: messages.id, test: messages.test, credits: messages.credits })
    .from(messages)
    .where(
      and(
        eq(messages.accountId, accountId),
        mayBecome("cancelled"),
        isNull(messages.offeredAt),
        // In the same statement: what it sees of a closed account was accepted before it was taken back.
        sql`exists (select 1 from ${accounts} where id = ${accountId} and erase_after is not null)`,
      ),
    )
    .limit(batchSize)
    .for("update");
  if (rows.length === 0) return [];
  const paid = rows.filter(({ credits }) => credits > 0);
  const free = rows.filter(({ credits }) => credits === 0);
  const credits = paid.reduce((sum, row) => sum + row.credits, 0);
  const note = "Cancelled before sending";
  const refundId = credits > 0 ? await refundCredits({ accountId, credits, note }, tx) : null;
  const cancelled = { accountId, status: "cancelled", reason: null } as const;
  await endMessages({ ...cancelled, ids: paid.map(({ id }) => id), refundId }, tx);
  await endMessages({ ...cancelled, ids: free.map(({ id }) => id), refundId: null }, tx);
  const events = rows.map(({ id, test }) => {
    return { messageId: id, test, type: "cancelled", source: "panel" as const, terminal: true };
  });
  await recordEvents(accountId, events, tx);
  return rows.map(({ id }) => id);
}
