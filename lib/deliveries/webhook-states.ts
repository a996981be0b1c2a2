import { and, eq, sql } from "drizzle-orm";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { anyOf } from "../core/any-of";
import { readDb } from "../core/db";
import type { WebhookState } from "./contract";

/** How the webhooks of each of these messages stand; a message that is left out has none. */
export async function webhookStatesOf(
  accountId: string,
  messageIds: string[],
): Promise<Map<string, WebhookState>> {
  if (messageIds.length === 0) return new Map();
  const { status } = webhookDeliveries;
  const rows = await readDb()
    .select({
      messageId: webhookDeliveries.messageId,
      state: sql<WebhookState>`case when bool_or(${status} = 'failed') then 'failed'
        when bool_or(${status} = 'pending') then 'waiting' else 'done' end`,
    })
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.accountId, accountId),
        anyOf(webhookDeliveries.messageId, messageIds),
      ),
    )
    .groupBy(webhookDeliveries.messageId);
  return new Map(rows.map(({ messageId, state }) => [messageId, state]));
}
