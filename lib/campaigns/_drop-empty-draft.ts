import { and, eq } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { isCampaign } from "./_campaign-ref";
import { findCampaign } from "./_find-campaign";

/** Deletes a draft that never got a row; one that has some, perhaps by another request with its key, stays. */
export async function dropEmptyDraft(actor: Actor, campaignId: string): Promise<void> {
  const campaign = await findCampaign(actor, campaignId);
  await db()
    .delete(campaigns)
    .where(and(isCampaign(campaign), eq(campaigns.status, "draft"), eq(campaigns.rows, 0)));
}
