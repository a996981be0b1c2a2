import type { CampaignEnd } from "../webhooks/campaign-body";
import type { Figures } from "./_count-messages";
import type { Campaign } from "./_find-campaign";

/** What `campaign.finished` says of a campaign that has just ended. */
export function toCampaignEnd(
  { id, name, status, endedAt, people, reservedCredits, test }: Campaign,
  { statuses, optedOut, notSent, givenBack }: Figures,
): CampaignEnd {
  return {
    campaignId: id,
    name,
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
