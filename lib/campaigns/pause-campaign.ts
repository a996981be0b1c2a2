import { sql } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { holdMessages } from "../messages/hold-messages";
import { publishBalanceChange, publishChange } from "../queue/notice";
import { isCampaign } from "./_campaign-ref";
import { viewCampaign } from "./_campaign-view";
import { demandStatus, lockCampaign } from "./_find-campaign";
import { lastingName } from "./_lasting-name";
import type { CampaignView } from "./contract";

interface Wanted {
  actor: Actor;
  /** As on the wire, `cmp_…`. */
  input: { campaignId: string };
}

/**
 * Pauses a campaign: nothing more is stored, and what no carrier may have is held. What a worker has in its hands still
 * goes. A second time changes nothing. Throws conflict for one that does not run, not_found, and forbidden without the
 * scope `send`.
 */
export async function pauseCampaign({ actor, input }: Wanted): Promise<CampaignView> {
  demandPermission(actor, "send_messages");
  const { row, held } = await db().transaction(async (tx) => {
    const campaign = await lockCampaign(actor, input.campaignId, tx);
    if (campaign.status === "paused") return { row: campaign, held: [] };
    demandStatus(campaign, "scheduled", "running");
    const [paused] = await tx
      .update(campaigns)
      .set({ status: "paused", pausedAt: sql`now()`, waitReason: null, waitUntil: null })
      .where(isCampaign(campaign))
      .returning();
    const ids = await holdMessages(
      { accountId: campaign.accountId, sendId: campaign.id },
      "campaign_paused",
      tx,
    );
    const target = { id: publicId("cmp", campaign.id), name: lastingName(campaign) };
    await recordActivity({ actor, action: "campaign.paused", target }, tx);
    return { row: paused ?? campaign, held: ids };
  });
  publishChange(row.accountId, held);
  await publishBalanceChange(row.accountId);
  return viewCampaign(row);
}
