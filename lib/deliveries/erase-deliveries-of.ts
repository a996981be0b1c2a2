import { and, eq } from "drizzle-orm";
import { webhookAttempts, webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";

interface Wanted {
  accountId: string;
  /** Messages of either direction. */
  messageIds: string[];
}

/**
 * Erases what endpoints were sent about these messages and what they answered; that they were sent it stays. Of an address
 * that a message itself named only the host does: the rest of it may name a person.
 */
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
  const endpointIds = [...new Set(erased.map((row) => row.endpointId))];
  const origins = await originsOfHosts({ accountId, endpointIds }, tx);
  for (const endpointId of endpointIds) {
    const events = erased.filter((row) => row.endpointId === endpointId);
    const ids = events.map(({ eventId }) => eventId);
    const origin = origins.get(endpointId);
    await tx
      .update(webhookAttempts)
      .set({
        answer: null,
        ...(origin !== undefined && { url: origin, requestHeaders: {} }),
      })
      .where(
        and(
          eq(webhookAttempts.accountId, accountId),
          eq(webhookAttempts.endpointId, endpointId),
          anyOf(webhookAttempts.eventId, ids),
        ),
      );
  }
}

interface Hosts {
  accountId: string;
  endpointIds: string[];
}

/** The origin of each of these endpoints that is a host of callbacks. */
async function originsOfHosts(
  { accountId, endpointIds }: Hosts,
  tx: Tx,
): Promise<Map<string, string>> {
  if (endpointIds.length === 0) return new Map();
  const hosts = await tx
    .select({ id: webhookEndpoints.id, origin: webhookEndpoints.url })
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.accountId, accountId),
        eq(webhookEndpoints.kind, "callback"),
        anyOf(webhookEndpoints.id, endpointIds),
      ),
    );
  return new Map(hosts.map(({ id, origin }) => [id, origin]));
}
