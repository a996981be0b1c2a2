"use client";

import { useQuery } from "@tanstack/react-query";
import type { CampaignView } from "@/lib/campaigns/contract";
import type { CampaignResults } from "@/lib/campaigns/results-contract";
import { panelFetch } from "../../../_components/panel-fetch";

/** What came of a campaign so far, asked for again while it goes on; undefined until it is known. */
export function useResults({ campaign_id, status }: CampaignView): CampaignResults | undefined {
  const isOpen = status === "running" || status === "paused";
  const { data } = useQuery({
    queryKey: ["campaign results", campaign_id, status],
    queryFn: () => panelFetch("/api/panel/campaigns/{campaign_id}/results", { campaign_id }),
    enabled: status !== "scheduled",
    refetchInterval: isOpen ? 5000 : false,
  });
  return data;
}
