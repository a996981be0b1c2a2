import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { withStatementKind } from "../core/statement-kind";
import { sourceOf } from "../messages/source-of";
import { publishBalanceChange, publishChange } from "../queue/notice";
import { viewCampaign } from "./_campaign-view";
import { demandStatus, lockCampaign } from "./_find-campaign";
import { lastingName } from "./_lasting-name";
import { stopCampaign } from "./_stop-campaign";
import type { CampaignView } from "./contract";

interface Wanted {
  actor: Actor;
  /** As on the wire, `cmp_…`. */
  input: { campaignId: string };
}

/**
 * Cancels a campaign, and gives back the credits of exactly what no carrier may have. A second time changes nothing.
 * Throws conflict for a finished one, not_found, and forbidden without `send_messages`.
 */
export async function cancelCampaign({ actor, input }: Wanted): Promise<CampaignView> {
  demandPermission(actor, "send_messages");
  const { row, ids } = await withStatementKind("bulk", () =>
    db().transaction(async (tx) => {
      const campaign = await lockCampaign(actor, input.campaignId, tx);
      if (campaign.status === "cancelled") return { row: campaign, ids: [] };
      demandStatus(campaign, "draft", "scheduled", "running", "paused");
      const stopped = await stopCampaign(campaign, sourceOf(actor), tx);
      const target = { id: publicId("cmp", campaign.id), name: lastingName(campaign) };
      const after = { messages: stopped.ids.length };
      await recordActivity({ actor, action: "campaign.cancelled", target, after }, tx);
      return stopped;
    }),
  );
  publishChange(row.accountId, ids);
  await publishBalanceChange(row.accountId);
  return viewCampaign(row);
}
