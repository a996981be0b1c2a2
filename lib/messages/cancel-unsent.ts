import { and, eq, isNull, type SQL } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";
import { refundCredits } from "../credits/refund-credits";
import { endMessages } from "./end-messages";
import { mayBecome } from "./may-become";
import { recordEvents } from "./record-events";

interface Cancelling {
  accountId: string;
  /** Which of the account's messages. */
  which: SQL;
  source: "api" | "panel" | "worker";
  limit: number;
}

/**
 * Cancels some of an account's messages that no carrier may have, with their credits back in one ledger transaction.
 * Returns the IDs; fewer than `limit` when these were the last.
 */
export async function cancelUnsent(
  { accountId, which, source, limit }: Cancelling,
  tx: Tx,
): Promise<string[]> {
  const rows = await tx
    .select({
      id: messages.id,
      test: messages.test,
      status: messages.status,
      credits: messages.credits,
    })
    .from(messages)
    .where(
      and(
        eq(messages.accountId, accountId),
        mayBecome("cancelled"),
        isNull(messages.offeredAt),
        which,
      ),
    )
    .limit(limit)
    .for("update");
  if (rows.length === 0) return [];
  const paid = rows.filter(({ credits }) => credits > 0);
  const free = rows.filter(({ credits }) => credits === 0);
  const credits = paid.reduce((sum, row) => sum + row.credits, 0);
  const note = "Cancelled before sending";
  const refundId = credits > 0 ? await refundCredits({ accountId, credits, note }, tx) : null;
  const cancelled = { accountId, status: "cancelled", reason: null, at: new Date() } as const;
  await endMessages({ ...cancelled, rows: paid, refundId }, tx);
  await endMessages({ ...cancelled, rows: free, refundId: null }, tx);
  const events = rows.map(({ id, test }) => {
    return { messageId: id, test, type: "cancelled", source, terminal: true };
  });
  await recordEvents(accountId, events, tx);
  return rows.map(({ id }) => id);
}
