"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import type { CampaignView } from "@/lib/campaigns/contract";
import { changeRate } from "../actions";
import { runWords } from "../run-words";
import { campaignKey } from "./use-campaign";

/** How fast it goes, changeable while it runs. */
export function LiveRate({ campaign }: { campaign: CampaignView }) {
  const words = useWords(runWords);
  const client = useQueryClient();
  const [state, action, isPending] = useAction(changeRate);
  useEffect(() => {
    if (state?.ok) client.setQueryData(campaignKey(state.value.campaign_id), state.value);
  }, [client, state]);
  const { status, campaign_id, rate } = campaign;
  if (status === "finished" || status === "cancelled") return null;
  const failure = state?.ok === false ? state : null;
  return (
    <ActionForm action={action} failure={failure} isKept className="grid gap-2">
      <input type="hidden" name="campaign_id" value={campaign_id} />
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          key={rate}
          label={words.rate}
          name="rate"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          defaultValue={failure?.values["rate"] ?? rate ?? ""}
          error={failure?.fields?.["rate"]}
          className="w-64 max-w-full"
        />
        <Button type="submit" isBusy={isPending}>
          {words.set}
        </Button>
      </div>
      <p role="status" className="text-mute text-sm">
        {state?.ok ? words.rateSet : words.rateHint}
      </p>
    </ActionForm>
  );
}
