import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { publishChange } from "../queue/notice";
import { type AlarmFacts, alarmBody } from "../webhooks/alarm-body";
import { alarmEvent } from "../webhooks/event-contract";

/** An account has ten endpoints, and an installation a few administrators. */
const maxDeliveries = 200;

/**
 * Enqueues an alarm for each live endpoint of an administrator's account that subscribes to `carrier.alarm`, under one
 * event ID and with its body, as no other row could make it again. Returns what announces it: call it after the commit.
 */
export async function enqueueAlarm(facts: AlarmFacts, tx: Tx): Promise<() => void> {
  const eventId = newId();
  const rows = await tx.execute<{ account_id: string }>(sql`
    insert into ${webhookDeliveries} (account_id, endpoint_id, event_id, message_id, type, body)
    select e.account_id, e.id, ${eventId}::uuid, ${eventId}::uuid, ${alarmEvent},
      ${alarmBody(eventId, facts)}
    from ${webhookEndpoints} e join ${accounts} a on a.id = e.account_id
    where a.admin and a.status = 'active' and e.enabled and e.deleted_at is null and not e.test
      and ${alarmEvent} = any(e.events)
    order by e.account_id, e.id limit ${maxDeliveries}
    returning account_id`);
  const accountIds = new Set(rows.map((row) => row.account_id));
  return () => {
    for (const accountId of accountIds) publishChange(accountId, [eventId]);
  };
}
