import { and, asc, gt, sql } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { messages } from "@/drizzle/schema/messages";
import { db, type Tx } from "../core/db";
import { holdMessages } from "../messages/hold-messages";
import { publishBalanceChange, publishChange } from "../queue/notice";
import { type CampaignRef, isCampaign, isWaiting } from "./_campaign-ref";
import { countMessages } from "./_count-messages";
import type { Campaign } from "./_find-campaign";
import { cancelMessages } from "./_stop-campaign";

const pageSize = 100;
const active = sql`status <> 'draft' and ended_at is null`;

/**
 * Ends campaigns whose last message has ended, and keeps their figures. Holds what came back to the queue of a paused one,
 * and cancels that of a cancelled one. Returns how many ended.
 */
export async function finishCampaigns(): Promise<number> {
  let finished = 0;
  let after: string | undefined;
  do {
    const rows = await db()
      .select({ accountId: campaigns.accountId, id: campaigns.id })
      .from(campaigns)
      .where(and(active, after === undefined ? undefined : gt(campaigns.id, after)))
      .orderBy(asc(campaigns.id))
      .limit(pageSize);
    for (const ref of rows) if (await settle(ref)) finished += 1;
    after = rows.length === pageSize ? rows.at(-1)?.id : undefined;
  } while (after !== undefined);
  return finished;
}

async function settle(ref: CampaignRef): Promise<boolean> {
  const { accountId } = ref;
  const { ids, isEnded } = await db().transaction(async (tx) => {
    const [campaign] = await tx
      .select()
      .from(campaigns)
      .where(and(isCampaign(ref), active))
      .for("update", { skipLocked: true });
    if (!campaign) return { ids: [], isEnded: false };
    const ids = await stopReturned(campaign, tx);
    return { ids, isEnded: await end(campaign, tx) };
  });
  publishChange(accountId, ids);
  if (isEnded) await publishBalanceChange(accountId);
  return isEnded;
}

/** A retry puts back what was in a worker's hands. */
async function stopReturned(campaign: Campaign, tx: Tx): Promise<string[]> {
  const { accountId, id, status } = campaign;
  if (status === "paused") return holdMessages({ accountId, sendId: id }, tx);
  return status === "cancelled" ? cancelMessages(campaign, "worker", tx) : [];
}

async function end(campaign: Campaign, tx: Tx): Promise<boolean> {
  if (campaign.status !== "running" && campaign.status !== "cancelled") return false;
  const { accountId, id } = campaign;
  const [left] = await tx.execute<{ is_open: boolean }>(sql`
    select exists (select 1 from ${campaignRows}
        where account_id = ${accountId} and campaign_id = ${id} and ${isWaiting})
      or exists (select 1 from ${messages} where account_id = ${accountId} and send_id = ${id}
        and send_id is not null and status in ('scheduled', 'queued', 'sending', 'sent', 'unknown'))
      as is_open`);
  if (left?.is_open !== false) return false;
  await tx
    .update(campaigns)
    .set({
      status: campaign.status === "running" ? "finished" : "cancelled",
      endedAt: sql`now()`,
      figures: { ...(await countMessages(campaign, tx)), recent: 0 },
      waitReason: null,
      waitUntil: null,
    })
    .where(isCampaign(campaign));
  return true;
}
