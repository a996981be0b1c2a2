import { sql } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { isForDeliverer } from "../webhooks/is-for-deliverer";

export interface EndpointWithWork {
  account_id: string;
  endpoint_id: string;
  /** Off or deleted: what waits is not to be tried. */
  enabled: boolean;
  /** A listener whose program is gone. */
  has_left: boolean;
}

/** Walks the partial index from endpoint to endpoint (a loose index scan), so the price does not follow the number of deliveries. */
export async function walkEndpoints(): Promise<EndpointWithWork[]> {
  return db().execute<EndpointWithWork & Record<string, unknown>>(sql`
    with recursive walk as (
      (select account_id, endpoint_id from ${webhookDeliveries}
        where status = 'pending' order by account_id, endpoint_id limit 1)
      union all
      select next.account_id, next.endpoint_id
      from walk cross join lateral (
        select account_id, endpoint_id from ${webhookDeliveries}
        where status = 'pending'
          and (account_id, endpoint_id) > (walk.account_id, walk.endpoint_id)
        order by account_id, endpoint_id limit 1
      ) next
    )
    select walk.account_id, walk.endpoint_id, coalesce(e.enabled, false) as enabled,
      e.pulled_at is not null as has_left
    from walk
    left join ${webhookEndpoints} e on e.account_id = walk.account_id and e.id = walk.endpoint_id
    left join lateral (
      select d.due_at from ${webhookDeliveries} d
      where d.account_id = walk.account_id and d.endpoint_id = walk.endpoint_id
        and d.status = 'pending' and d.due_at <= now()
      order by d.due_at limit 1
    ) due on true
    where not coalesce(e.enabled, false) or (due.due_at is not null and ${isForDeliverer()})`);
}
