import { sql } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";
import { newId } from "../core/ids";
import { refundCredits } from "../credits/refund-credits";
import { cancelUnsent } from "../messages/cancel-unsent";
import { holdMessages } from "../messages/hold-messages";
import { isCampaign, isWaiting } from "./_campaign-ref";
import type { Campaign } from "./_find-campaign";

const batchSize = 500;

/**
 * Cancels a campaign that the transaction has locked: the messages that no carrier may have, and the rows without one,
 * with the credits of both back. Returns it as it is now, and the IDs of the messages.
 */
export async function stopCampaign(
  campaign: Campaign,
  source: "api" | "panel" | "worker",
  tx: Tx,
): Promise<{ row: Campaign; ids: string[] }> {
  const isDraft = campaign.status === "draft";
  const [row] = await tx
    .update(campaigns)
    .set({
      status: "cancelled",
      waitReason: null,
      waitUntil: null,
      updatedAt: sql`now()`,
      // What is with a carrier goes on; it ends when all of that has.
      ...(isDraft ? { endedAt: sql`now()` } : {}),
    })
    .where(isCampaign(campaign))
    .returning();
  if (isDraft) return { row: row ?? campaign, ids: [] };
  // From here on nothing of it leaves: whoever claims messages skips those that are locked.
  await holdMessages({ accountId: campaign.accountId, sendId: campaign.id }, "campaign_paused", tx);
  await leaveOut(campaign, tx);
  const ids = await cancelMessages(campaign, source, tx);
  return { row: row ?? campaign, ids };
}

/** Cancels the messages of a campaign that no carrier may have, also those that came back to the queue. */
export async function cancelMessages(
  { accountId, id }: Pick<Campaign, "accountId" | "id">,
  source: "api" | "panel" | "worker",
  tx: Tx,
): Promise<string[]> {
  const cancelled: string[] = [];
  for (;;) {
    const ids = await cancelUnsent(
      { accountId, which: sql`${messages.sendId} = ${id}`, source, limit: batchSize },
      tx,
    );
    cancelled.push(...ids);
    if (ids.length < batchSize) return cancelled;
  }
}

/** The rows whose messages were never stored: one ledger transaction gives all their credits back. */
async function leaveOut({ accountId, id }: Campaign, tx: Tx): Promise<void> {
  const refundId = newId();
  // The rows first: the account's row, which every send locks, is locked when they are written.
  const [sum] = await tx.execute<{ credits: number }>(sql`
    with left_out as (
      update ${campaignRows} set ended = 'not_sent',
        refund_id = case when credits > 0 then ${refundId}::uuid end
      where account_id = ${accountId} and campaign_id = ${id} and ${isWaiting}
      returning credits
    ) select coalesce(sum(credits), 0)::int as credits from left_out`);
  const credits = sum?.credits ?? 0;
  const note = "Campaign cancelled before sending";
  if (credits > 0) await refundCredits({ accountId, credits, note, id: refundId }, tx);
}
