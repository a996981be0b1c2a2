import { sql } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { publishProgress } from "../queue/notice";
import { isSameDelivery } from "./_is-same-delivery";

const batchSize = 2000;

/** Ends what waits for an endpoint that is off: it is tried no more, and can be replayed. */
export async function parkDeliveries(accountId: string, endpointId: string): Promise<void> {
  const now = await databaseNow();
  const parked = await db().execute<{ message_id: string }>(sql`
    with waiting as materialized (
      select d.account_id, d.endpoint_id, d.event_id, case when e.deleted_at is null then 'endpoint_disabled' else 'endpoint_deleted' end as reason
      from ${webhookDeliveries} d
      left join ${webhookEndpoints} e on e.account_id = d.account_id and e.id = d.endpoint_id
      where d.account_id = ${accountId}::uuid and d.endpoint_id = ${endpointId}::uuid
        and d.status = 'pending' and (d.lease_id is null or d.due_at <= ${now.toISOString()}::timestamptz)
        and not coalesce(e.enabled, false)
      limit ${batchSize} for update of d skip locked
    )
    update ${webhookDeliveries} d
    set status = 'failed', reason = waiting.reason, lease_id = null,
      ended_at = ${now.toISOString()}::timestamptz
    from waiting
    where ${isSameDelivery("waiting")}
    returning d.message_id`);
  publishProgress(
    accountId,
    parked.map(({ message_id }) => message_id),
  );
}
