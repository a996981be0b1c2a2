import { type Actor, demandPermission } from "../core/actor";
import { viewCampaign } from "./_campaign-view";
import { findCampaign } from "./_find-campaign";
import type { CampaignView } from "./contract";

interface Wanted {
  actor: Actor;
  /** As on the wire, `cmp_…`. */
  input: { campaignId: string };
}

/** A campaign with its progress. Throws not_found, and forbidden without `read_messages`. */
export async function getCampaign({ actor, input }: Wanted): Promise<CampaignView> {
  demandPermission(actor, "read_messages");
  return viewCampaign(await findCampaign(actor, input.campaignId));
}
