import { and, eq } from "drizzle-orm";
import { webhookAttempts, webhookDeliveries } from "@/drizzle/schema/webhooks";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";

interface Wanted {
  accountId: string;
  /** Messages of either direction. */
  messageIds: string[];
}

/** Erases what endpoints were sent about these messages and what they answered; that they were sent it stays. */
export async function eraseDeliveriesOf({ accountId, messageIds }: Wanted, tx: Tx): Promise<void> {
  if (messageIds.length === 0) return;
  const erased = await tx
    .update(webhookDeliveries)
    .set({ body: null })
    .where(
      and(
        eq(webhookDeliveries.accountId, accountId),
        anyOf(webhookDeliveries.messageId, messageIds),
      ),
    )
    .returning({ eventId: webhookDeliveries.eventId, endpointId: webhookDeliveries.endpointId });
  for (const endpointId of new Set(erased.map((row) => row.endpointId))) {
    const events = erased.filter((row) => row.endpointId === endpointId);
    const ids = events.map(({ eventId }) => eventId);
    await tx
      .update(webhookAttempts)
      .set({ answer: null })
      .where(
        and(
          eq(webhookAttempts.accountId, accountId),
          eq(webhookAttempts.endpointId, endpointId),
          anyOf(webhookAttempts.eventId, ids),
        ),
      );
  }
}
