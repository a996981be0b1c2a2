import { and, asc, eq } from "drizzle-orm";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { toDeliveryView } from "./_delivery-view";
import type { DeliveryView } from "./contract";

/** The webhooks of one message (`msg_…`), one line an endpoint; none for a message that is not there or not yours. */
export async function listMessageDeliveries(
  accountId: string,
  messageId: string,
): Promise<DeliveryView[]> {
  const id = parsePublicId("msg", messageId);
  if (!id) return [];
  const rows = await db()
    .select()
    .from(webhookDeliveries)
    .where(and(eq(webhookDeliveries.accountId, accountId), eq(webhookDeliveries.messageId, id)))
    .orderBy(asc(webhookDeliveries.endpointId));
  return rows.map(toDeliveryView);
}
