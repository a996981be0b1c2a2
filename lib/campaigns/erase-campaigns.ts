import { eq } from "drizzle-orm";
import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import type { Tx } from "../core/db";
import { type CampaignRef, isCampaign, isRowOf } from "./_campaign-ref";

/**
 * Erases what an account's campaigns said, and to whom, one campaign at a time, so that no statement takes as long as all
 * of them. Of those that were started the amounts stay, so that the ledger still adds up.
 */
export async function eraseCampaigns(accountId: string, tx: Tx): Promise<void> {
  const all = await tx
    .select({ id: campaigns.id, status: campaigns.status })
    .from(campaigns)
    .where(eq(campaigns.accountId, accountId));
  for (const { id, status } of all) {
    if (status === "draft") await eraseDraft({ accountId, id }, tx);
    else await eraseStarted({ accountId, id }, tx);
  }
}

async function eraseDraft(ref: CampaignRef, tx: Tx): Promise<void> {
  await tx.delete(campaignRows).where(isRowOf(ref));
  await tx.delete(campaigns).where(isCampaign(ref));
}

async function eraseStarted(ref: CampaignRef, tx: Tx): Promise<void> {
  await tx
    .update(campaignRows)
    .set({ cells: [], to: null, detail: null, country: null, clientRef: null })
    .where(isRowOf(ref));
  await tx
    .update(campaigns)
    .set({
      name: "",
      key: null,
      requestHash: null,
      tokenId: null,
      from: "",
      body: "",
      columns: [],
      mapping: [],
      fileName: null,
      summary: null,
      figures: null,
    })
    .where(isCampaign(ref));
}
