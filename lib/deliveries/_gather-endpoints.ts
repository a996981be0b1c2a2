import { sql } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { isForDeliverer } from "../webhooks/is-for-deliverer";
import type { EndpointWithWork } from "./_walk-endpoints";

/** Reads all waiting deliveries for their endpoints: each shard has a part of them, and all shards read at once. */
export async function gatherEndpoints(): Promise<EndpointWithWork[]> {
  return db().execute<EndpointWithWork & Record<string, unknown>>(sql`
    select waiting.account_id, waiting.endpoint_id, coalesce(e.enabled, false) as enabled,
      e.pulled_at is not null as has_left
    from (
      select account_id, endpoint_id, min(due_at) as due_at from ${webhookDeliveries}
      where status = 'pending' group by account_id, endpoint_id
    ) waiting
    left join ${webhookEndpoints} e
      on e.account_id = waiting.account_id and e.id = waiting.endpoint_id
    where not coalesce(e.enabled, false) or (waiting.due_at <= now() and ${isForDeliverer()})
    order by waiting.account_id, waiting.endpoint_id`);
}
