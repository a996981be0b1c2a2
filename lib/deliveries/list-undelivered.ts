import { and, eq } from "drizzle-orm";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";

interface Wanted {
  accountId: string;
  /** Messages of either direction. */
  messageIds: string[];
}

/** Those of these messages about which a delivery is not over: it waits for its next try, or is in flight. */
export async function listUndelivered(
  { accountId, messageIds }: Wanted,
  tx: Tx,
): Promise<string[]> {
  if (messageIds.length === 0) return [];
  const rows = await tx
    .select({ id: webhookDeliveries.messageId })
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.accountId, accountId),
        anyOf(webhookDeliveries.messageId, messageIds),
        eq(webhookDeliveries.status, "pending"),
      ),
    )
    .groupBy(webhookDeliveries.messageId);
  return rows.map(({ id }) => id);
}
