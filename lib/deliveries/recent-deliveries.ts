import { sql } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import type { DeliveryStatus } from "./contract";

/** How many of an endpoint's newest deliveries tell how it is doing. */
const most = 30;

/** The states of the newest deliveries of each of an account's endpoints (`whk_…`), oldest first; at most 30 each. */
export async function recentDeliveries(accountId: string): Promise<Map<string, DeliveryStatus[]>> {
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
    where e.account_id = ${accountId}::uuid and e.deleted_at is null and recent.statuses is not null`);
  return new Map(rows.map((row) => [publicId("whk", row.endpoint_id), row.statuses]));
}
