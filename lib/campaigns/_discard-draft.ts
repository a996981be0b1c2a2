import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import type { Actor } from "../core/actor";
import type { Tx } from "../core/db";
import { isCampaign, isRowOf } from "./_campaign-ref";
import { type Campaign, demandStatus, lockCampaign } from "./_find-campaign";

/** Deletes a draft with its rows, also one that was cancelled, and returns it. Throws conflict and not_found. */
export async function discardDraft(actor: Actor, campaignId: string, tx: Tx): Promise<Campaign> {
  const campaign = await lockCampaign(actor, campaignId, tx);
  const isCancelledDraft = campaign.status === "cancelled" && campaign.people === 0;
  if (!isCancelledDraft) demandStatus(campaign, "draft");
  await tx.delete(campaignRows).where(isRowOf(campaign));
  await tx.delete(campaigns).where(isCampaign(campaign));
  return campaign;
}
