import { sql } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import type { DeliveryStatus } from "./contract";

/** How many of an endpoint's newest deliveries tell how it is doing. */
const most = 30;

/**
 * The statuses of the newest deliveries of each endpoint (`whk_…`), oldest first; at most 30 each. Throws forbidden
 * without `manage_webhooks`.
 */
export async function recentDeliveries({
  actor,
}: {
  actor: Actor;
}): Promise<Map<string, DeliveryStatus[]>> {
  demandPermission(actor, "manage_webhooks");
  const { accountId, mode } = actor;
  const rows = await db().execute<{ endpoint_id: string; statuses: DeliveryStatus[] }>(sql`
    select e.id as endpoint_id, recent.statuses
    from ${webhookEndpoints} e
    cross join lateral (
      select array_agg(status order by event_id) as statuses
      from (
        select event_id, status from ${webhookDeliveries}
        where account_id = ${accountId}::uuid and endpoint_id = e.id
        order by event_id desc limit ${most}
      ) newest
    ) recent
    where e.account_id = ${accountId}::uuid and e.kind = 'endpoint' and e.deleted_at is null and recent.statuses is not null
      and (${mode}::text is null or e.test = (${mode}::text = 'test'))`);
  return new Map(rows.map((row) => [publicId("whk", row.endpoint_id), row.statuses]));
}
