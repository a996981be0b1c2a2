import { sql } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { type BalanceFacts, balanceBody } from "../webhooks/balance-body";
import { balanceEvent } from "../webhooks/event-contract";

/**
 * Enqueues a low balance for each live endpoint of its account that subscribes to `balance.low`, with its body, in the
 * transaction that marks the account as notified: so it is told once. Returns the ID of the event, to notify readers of.
 */
export async function enqueueLowBalance(
  accountId: string,
  facts: Omit<BalanceFacts, "test">,
  tx: Tx,
): Promise<string> {
  const eventId = newId();
  await tx.execute(sql`
    insert into ${webhookDeliveries} (account_id, endpoint_id, event_id, message_id, type, body)
    select account_id, id, ${eventId}::uuid, ${eventId}::uuid, ${balanceEvent},
      ${balanceBody(eventId, { ...facts, test: false })}
    from ${webhookEndpoints}
    where account_id = ${accountId}::uuid and enabled and deleted_at is null
      and not test and ${balanceEvent} = any(events)`);
  return eventId;
}
