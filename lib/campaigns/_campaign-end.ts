import type { CampaignEnd } from "../webhooks/campaign-body";
import type { Figures } from "./_count-messages";
import type { Campaign } from "./_find-campaign";
import { lastingName } from "./_lasting-name";

/** What `campaign.finished` says of a campaign that has just ended. */
export function toCampaignEnd(
  campaign: Campaign,
  { statuses, optedOut, notSent, givenBack }: Figures,
): CampaignEnd {
  const { id, status, endedAt, people, reservedCredits, test } = campaign;
  return {
    campaignId: id,
    name: lastingName(campaign),
    status: status === "cancelled" ? "cancelled" : "finished",
    endedAt: endedAt ?? new Date(),
    people,
    statuses,
    optedOut,
    notSent,
    credits: {
      reserved: reservedCredits,
      charged: reservedCredits - givenBack,
      refunded: givenBack,
    },
    test,
  };
}
