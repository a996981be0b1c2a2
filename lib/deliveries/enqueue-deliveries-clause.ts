import { type SQL, sql } from "drizzle-orm";
import { messageCallbacks, webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { env } from "../core/env";

/**
 * Enqueues a delivery per subscribed endpoint for each terminal event of an account, as the end of the statement that
 * records the events: `happened` lists them as (id, message_id, type, terminal, test). A message that reports to an address
 * of its own gets one for `sent`, too.
 */
export function enqueueDeliveriesClause(accountId: string): SQL {
  return sql`
    insert into ${webhookDeliveries} (account_id, endpoint_id, event_id, message_id, type, due_at)
    select ${accountId}::uuid, endpoint.id, happened.id, happened.message_id, happened.type,
      now() + ${firstAttemptSeconds()} * interval '1 second'
    from happened join ${webhookEndpoints} endpoint
      on endpoint.account_id = ${accountId}::uuid and endpoint.enabled
      and endpoint.test = happened.test and happened.type = any(endpoint.events)
    where happened.terminal
    union all
    select ${accountId}::uuid, callback.endpoint_id, happened.id, happened.message_id, happened.type,
      now() + ${firstAttemptSeconds()} * interval '1 second'
    from happened join ${messageCallbacks} callback
      on callback.account_id = ${accountId}::uuid and callback.message_id = happened.message_id
    where happened.terminal or happened.type = 'sent'`;
}

function firstAttemptSeconds(): number {
  return env().WEBHOOK_RETRY_SCHEDULE[0] ?? 0;
}
