"use client";

import { useQuery } from "@tanstack/react-query";
import type { CampaignView } from "@/lib/campaigns/contract";
import { panelFetch } from "../../../_components/panel-fetch";

/** Under which the cache of the page keeps a campaign. */
export function campaignKey(campaignId: string) {
  return ["campaign", campaignId] as const;
}

/** A campaign, asked for again as often as it may change, and when the reader comes back; not while the tab is hidden. */
export function useCampaign(first: CampaignView): CampaignView {
  const { campaign_id } = first;
  const { data } = useQuery({
    queryKey: campaignKey(campaign_id),
    queryFn: () => panelFetch("/api/panel/campaigns/{campaign_id}", { campaign_id }),
    initialData: first,
    staleTime: 0,
    refetchOnMount: false,
    refetchOnWindowFocus: "always",
    refetchInterval: ({ state }) => pollMs(state.data ?? first),
  });
  return data;
}

function pollMs({ status, is_checked, rows }: CampaignView): number | false {
  if (status === "running") return 1500;
  if (status === "paused" || status === "scheduled") return 3000;
  if (status !== "draft") return false;
  return !is_checked && rows > 0 ? 1000 : 10_000;
}
