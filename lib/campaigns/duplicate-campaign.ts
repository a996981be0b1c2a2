import { type Actor, demandPermission } from "../core/actor";
import { viewCampaign } from "./_campaign-view";
import { copyCampaign } from "./_copy-campaign";
import { demandFewDrafts } from "./_demand-few-drafts";
import { findCampaign } from "./_find-campaign";
import { isKept } from "./_has-failed";
import type { CampaignView } from "./contract";

interface Wanted {
  actor: Actor;
  /** As on the wire, `cmp_…`. */
  input: { campaignId: string };
}

/**
 * A new draft with everything of a campaign but its time and the people who were erased. Throws not_found, conflict with too many drafts or
 * without its text, and forbidden
 * without `send_messages`.
 */
export async function duplicateCampaign({ actor, input }: Wanted): Promise<CampaignView> {
  demandPermission(actor, "send_messages");
  const original = await findCampaign(actor, input.campaignId);
  await demandFewDrafts(actor.accountId);
  return viewCampaign(await copyCampaign(original, isKept, actor));
}
