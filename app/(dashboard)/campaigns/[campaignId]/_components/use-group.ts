"use client";

import { useState } from "react";
import { useAsk } from "@/components/use-action";
import { takeGroup } from "../actions";

/** Puts the contacts of a group into a campaign. */
export function useGroup(campaignId: string, onDone: () => void) {
  const ask = useAsk(takeGroup);
  const [failure, setFailure] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);
  const take = async (groupId: string) => {
    setPending(true);
    setFailure(null);
    const state = await ask({ campaign_id: campaignId, group_id: groupId });
    setPending(false);
    if (state.ok) onDone();
    else setFailure(state.message);
  };
  return { take: (groupId: string) => void take(groupId), failure, isPending };
}
