import { and, eq } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";

interface Ending {
  accountId: string;
  ids: string[];
  status: "cancelled" | "expired";
  reason: string | null;
  /** The ledger transaction that refunded them; null for messages that stay paid or cost nothing. */
  refundId: string | null;
}

/** Ends messages that the caller's transaction has locked, and whose states may become this one. */
export async function endMessages(
  { accountId, ids, status, reason, refundId }: Ending,
  tx: Tx,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(messages)
    .set({
      status,
      reason,
      refundId,
      endedAt: new Date(),
      waitReason: null,
      leaseId: null,
      leaseUntil: null,
    })
    .where(and(eq(messages.accountId, accountId), anyOf(messages.id, ids)));
}
