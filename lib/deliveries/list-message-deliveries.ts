import { and, asc, eq } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { may } from "../core/permissions";
import { toDeliveryView } from "./_delivery-view";
import type { MessageDelivery } from "./contract";

interface Wanted {
  actor: Actor;
  /** As on the wire, `msg_…`. */
  input: { messageId: string };
}

/**
 * The webhook deliveries of one message: one per endpoint, and the statuses for its own address; none for a message that the actor can't see. Throws forbidden
 * without `read_messages`.
 */
export async function listMessageDeliveries({ actor, input }: Wanted): Promise<MessageDelivery[]> {
  demandPermission(actor, "read_messages");
  const { accountId, mode } = actor;
  const id = parsePublicId("msg", input.messageId);
  if (!id) return [];
  const rows = await db()
    .select({ delivery: webhookDeliveries, endpoint: webhookEndpoints })
    .from(webhookDeliveries)
    .innerJoin(
      webhookEndpoints,
      and(
        eq(webhookEndpoints.accountId, accountId),
        eq(webhookEndpoints.id, webhookDeliveries.endpointId),
        mode === "test" ? eq(webhookEndpoints.test, true) : undefined,
      ),
    )
    .where(and(eq(webhookDeliveries.accountId, accountId), eq(webhookDeliveries.messageId, id)))
    .orderBy(asc(webhookDeliveries.endpointId), asc(webhookDeliveries.eventId));
  // The path and query of a webhook are often a secret.
  const mayReadUrls = actor.kind !== "user" || may(actor.role, "manage_webhooks");
  return rows.map(({ delivery, endpoint }) => ({
    ...toDeliveryView(delivery, endpoint),
    url: mayReadUrls ? endpoint.url : new URL(endpoint.url).origin,
    description: endpoint.description,
    // A host that counts no more is still reported to.
    is_endpoint_deleted: endpoint.kind === "endpoint" && endpoint.deletedAt !== null,
    is_callback: endpoint.kind === "callback",
  }));
}
