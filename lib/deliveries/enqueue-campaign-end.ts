import { sql } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { type CampaignEnd, campaignBody } from "../webhooks/campaign-body";
import { campaignEvent } from "../webhooks/event-contract";

/**
 * Enqueues the end of a campaign for each endpoint of its account and mode that subscribes to `campaign.finished`, with
 * its body, in the transaction that ends it: so it is told once. Returns the ID of the event, to notify readers of.
 */
export async function enqueueCampaignEnd(
  accountId: string,
  end: CampaignEnd,
  tx: Tx,
): Promise<string> {
  const eventId = newId();
  await tx.execute(sql`
    insert into ${webhookDeliveries} (account_id, endpoint_id, event_id, message_id, type, body)
    select account_id, id, ${eventId}::uuid, ${eventId}::uuid, ${campaignEvent},
      ${campaignBody(eventId, end)}
    from ${webhookEndpoints}
    where account_id = ${accountId}::uuid and enabled and deleted_at is null
      and test = ${end.test} and ${campaignEvent} = any(events)`);
  return eventId;
}
