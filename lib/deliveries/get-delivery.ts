import { and, asc, eq } from "drizzle-orm";
import { webhookAttempts, webhookDeliveries } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { findEndpoint } from "../webhooks/find-endpoint";
import { toAttemptView, toDeliveryView } from "./_delivery-view";
import type { DeliveryDetail } from "./contract";
import { deliverySentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** As on the wire: `whk_…` and `evt_…`. */
  input: { endpointId: string; eventId: string };
}

/**
 * One event for one endpoint, with its body and all attempts, oldest first. Throws not_found, and forbidden without the
 * scope `manage`.
 */
export async function getDelivery({ actor, input }: Wanted): Promise<DeliveryDetail> {
  demandPermission(actor, "manage_webhooks");
  const endpoint = await findEndpoint(actor, input.endpointId);
  const event = parsePublicId("evt", input.eventId) ?? "";
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
