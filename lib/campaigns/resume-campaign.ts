import { sql } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { publishBalanceChange, publishChange } from "../queue/notice";
import { isCampaign } from "./_campaign-ref";
import { viewCampaign } from "./_campaign-view";
import { type Campaign, demandStatus, lockCampaign } from "./_find-campaign";
import { keepQuiet } from "./_keep-quiet";
import { lastingName } from "./_lasting-name";
import type { CampaignView } from "./contract";

interface Wanted {
  actor: Actor;
  /** As on the wire, `cmp_…`. */
  input: { campaignId: string };
}

/**
 * Goes on with a paused campaign; one that had not begun waits for its time again. One that runs stays as it is. Throws
 * conflict for any other, not_found, and forbidden without `send_messages`.
 */
export async function resumeCampaign({ actor, input }: Wanted): Promise<CampaignView> {
  demandPermission(actor, "send_messages");
  const { row, released } = await db().transaction(async (tx) => {
    const campaign = await lockCampaign(actor, input.campaignId, tx);
    if (campaign.status !== "paused") {
      demandStatus(campaign, "scheduled", "running");
      return { row: campaign, released: [] };
    }
    const [resumed] = await tx
      .update(campaigns)
      .set({ ...resumedState(campaign), pausedAt: null, nextAt: null })
      .where(isCampaign(campaign))
      .returning();
    const ids = await keepQuiet(campaign, new Date(), tx);
    const target = { id: publicId("cmp", campaign.id), name: lastingName(campaign) };
    await recordActivity({ actor, action: "campaign.resumed", target }, tx);
    return { row: resumed ?? campaign, released: ids };
  });
  publishChange(row.accountId, released);
  await publishBalanceChange(row.accountId);
  return viewCampaign(row);
}

function resumedState({ startedAt, scheduledAt }: Campaign) {
  if (startedAt) return { status: "running" as const };
  const isLater = scheduledAt !== null && scheduledAt.getTime() > Date.now();
  return isLater
    ? { status: "scheduled" as const }
    : { status: "running" as const, startedAt: sql`now()` };
}
