import { campaignRows, campaigns } from "@/drizzle/schema/campaigns";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { withStatementKind } from "../core/statement-kind";
import { isCampaign, isRowOf } from "./_campaign-ref";
import { demandStatus, lockCampaign } from "./_find-campaign";

interface Wanted {
  actor: Actor;
  /** As on the wire, `cmp_…`. */
  input: { campaignId: string };
}

/**
 * Deletes a draft with its rows, also one that was cancelled. Throws conflict for a campaign that was started, not_found,
 * and forbidden without `send_messages`.
 */
export async function deleteDraft({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "send_messages");
  await withStatementKind("batch", () =>
    db().transaction(async (tx) => {
      const campaign = await lockCampaign(actor, input.campaignId, tx);
      const isCancelledDraft = campaign.status === "cancelled" && campaign.people === 0;
      if (!isCancelledDraft) demandStatus(campaign, "draft");
      await tx.delete(campaignRows).where(isRowOf(campaign));
      await tx.delete(campaigns).where(isCampaign(campaign));
    }),
  );
}
