import { and, asc, eq } from "drizzle-orm";
import { webhookAttempts, webhookDeliveries } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { findEndpoint, type Owner } from "../webhooks/find-endpoint";
import { toAttemptView, toDeliveryView } from "./_delivery-view";
import type { DeliveryDetail } from "./contract";
import { deliverySentences } from "./sentences";

/** One delivery (`evt_…` of an endpoint) with its body and every try, oldest first. Throws not_found. */
export async function getDelivery(
  owner: Owner,
  endpointId: string,
  eventId: string,
): Promise<DeliveryDetail> {
  const endpoint = await findEndpoint(owner, endpointId);
  const event = parsePublicId("evt", eventId) ?? "";
  const { accountId, id, url } = endpoint;
  const [[row], tries] = event === "" ? [[], []] : await read(accountId, id, event);
  if (!row) throw new AppError("not_found", deliverySentences.notFound);
  return { ...toDeliveryView(row, endpoint), url, body: row.body, tries: tries.map(toAttemptView) };
}

function read(accountId: string, endpointId: string, eventId: string) {
  return Promise.all([
    db()
      .select()
      .from(webhookDeliveries)
      .where(
        and(
          eq(webhookDeliveries.accountId, accountId),
          eq(webhookDeliveries.endpointId, endpointId),
          eq(webhookDeliveries.eventId, eventId),
        ),
      ),
    db()
      .select()
      .from(webhookAttempts)
      .where(
        and(
          eq(webhookAttempts.accountId, accountId),
          eq(webhookAttempts.endpointId, endpointId),
          eq(webhookAttempts.eventId, eventId),
        ),
      )
      .orderBy(asc(webhookAttempts.id)),
  ]);
}
