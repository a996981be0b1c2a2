"use client";

import type { CampaignView } from "@/lib/campaigns/contract";
import type { DraftChoices } from "../draft-facts";
import { DraftScreen } from "./draft-screen";
import { RunScreen } from "./run-screen";
import { useCampaign } from "./use-campaign";

interface CampaignScreenProps {
  first: CampaignView;
  choices: DraftChoices;
}

/** A campaign as it is: a draft to be written, or one that was started. */
export function CampaignScreen({ first, choices }: CampaignScreenProps) {
  const campaign = useCampaign(first);
  return campaign.status === "draft" ? (
    <DraftScreen campaign={campaign} choices={choices} />
  ) : (
    <RunScreen campaign={campaign} />
  );
}
