import { and, asc, eq } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { toDeliveryView } from "./_delivery-view";
import type { MessageDelivery } from "./contract";

/** The webhooks of one message (`msg_…`), one line an endpoint; none for a message that is not there or not yours. */
export async function listMessageDeliveries(
  accountId: string,
  messageId: string,
): Promise<MessageDelivery[]> {
  const id = parsePublicId("msg", messageId);
  if (!id) return [];
  const rows = await db()
    .select({ delivery: webhookDeliveries, endpoint: webhookEndpoints })
    .from(webhookDeliveries)
    .innerJoin(
      webhookEndpoints,
      and(
        eq(webhookEndpoints.accountId, accountId),
        eq(webhookEndpoints.id, webhookDeliveries.endpointId),
      ),
    )
    .where(and(eq(webhookDeliveries.accountId, accountId), eq(webhookDeliveries.messageId, id)))
    .orderBy(asc(webhookDeliveries.endpointId));
  return rows.map(({ delivery, endpoint }) => ({
    ...toDeliveryView(delivery, endpoint),
    url: endpoint.url,
    description: endpoint.description,
    is_endpoint_deleted: endpoint.deletedAt !== null,
  }));
}
