import { and, asc, gt, sql } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import { db, type Tx } from "../core/db";
import { enqueueCampaignEnd } from "../deliveries/enqueue-campaign-end";
import { holdMessages } from "../messages/hold-messages";
import { openInSend } from "../messages/open-in-send";
import { publishBalanceChange, publishChange } from "../queue/notice";
import { toCampaignEnd } from "./_campaign-end";
import { type CampaignRef, isCampaign, isWaiting } from "./_campaign-ref";
import { countMessages } from "./_count-messages";
import type { Campaign } from "./_find-campaign";
import { keepQuiet } from "./_keep-quiet";
import { cancelMessages } from "./_stop-campaign";

const pageSize = 100;
const active = sql`status <> 'draft' and ended_at is null`;

/**
 * Ends campaigns whose last message has ended, also paused ones, and keeps their figures. Holds what came back to the queue of a paused one,
 * cancels that of a cancelled one, and holds and releases that of a running one by its quiet hours. Returns how many ended.
 */
export async function finishCampaigns(now = new Date()): Promise<number> {
  let finished = 0;
  let after: string | undefined;
  do {
    const rows = await db()
      .select({ accountId: campaigns.accountId, id: campaigns.id })
      .from(campaigns)
      .where(and(active, after === undefined ? undefined : gt(campaigns.id, after)))
      .orderBy(asc(campaigns.id))
      .limit(pageSize);
    for (const ref of rows) if (await look(ref, now)) finished += 1;
    after = rows.length === pageSize ? rows.at(-1)?.id : undefined;
  } while (after !== undefined);
  return finished;
}

async function look(ref: CampaignRef, now: Date): Promise<boolean> {
  const { accountId } = ref;
  const { ids, eventId } = await db().transaction(async (tx) => {
    const [campaign] = await tx
      .select()
      .from(campaigns)
      .where(and(isCampaign(ref), active))
      .for("update", { skipLocked: true });
    if (!campaign) return { ids: [], eventId: undefined };
    const ids = await holdQueued(campaign, now, tx);
    return { ids, eventId: await end(campaign, tx) };
  });
  publishChange(accountId, eventId === undefined ? ids : [...ids, eventId]);
  if (eventId === undefined) return false;
  await publishBalanceChange(accountId);
  return true;
}

/** A retry puts back what was in a worker's hands, and it may have become quiet where a queued one goes. */
async function holdQueued(campaign: Campaign, now: Date, tx: Tx): Promise<string[]> {
  const { accountId, id, status } = campaign;
  if (status === "running") return keepQuiet(campaign, now, tx);
  if (status === "paused") return holdMessages({ accountId, sendId: id }, "campaign_paused", tx);
  return status === "cancelled" ? cancelMessages(campaign, "worker", tx) : [];
}

/** The ID of its event, if it ended now. */
async function end(campaign: Campaign, tx: Tx): Promise<string | undefined> {
  const { accountId, id } = campaign;
  const [left] = await tx.execute<{ is_open: boolean }>(sql`
    select exists (select 1 from ${campaignRows}
        where account_id = ${accountId} and campaign_id = ${id} and ${isWaiting})
      or exists (select 1 from ${messages} where account_id = ${accountId} and send_id = ${id} and ${openInSend})
      as is_open`);
  if (left?.is_open !== false) return undefined;
  const figures = { ...(await countMessages(campaign, tx)), recent: 0 };
  const status = campaign.status === "cancelled" ? "cancelled" : "finished";
  const [ended] = await tx
    .update(campaigns)
    .set({
      status,
      endedAt: sql`now()`,
      figures,
      pausedAt: null,
      waitReason: null,
      waitUntil: null,
    })
    .where(isCampaign(campaign))
    .returning();
  // One that was cancelled before its start has nothing to tell.
  if (!ended || campaign.people === 0) return undefined;
  return enqueueCampaignEnd(accountId, toCampaignEnd(ended, figures), tx);
}
