"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useCreditWorth } from "@/components/credit-price";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ExactTime } from "@/components/ui/time";
import { useAction } from "@/components/use-action";
import type { CampaignSummary, CampaignView } from "@/lib/campaigns/contract";
import { start } from "../actions";
import { startWords } from "../start-words";
import { campaignKey } from "./use-campaign";

interface StartDialogProps {
  campaign: CampaignView;
  summary: CampaignSummary;
  isOpen: boolean;
  onClose: () => void;
}

/** The last question before a campaign starts: to how many, for how many credits. */
export function StartDialog({ campaign, summary, isOpen, onClose }: StartDialogProps) {
  const { confirm: words } = useWords(startWords);
  const worth = useCreditWorth();
  const client = useQueryClient();
  const [state, action, isPending] = useAction(start);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    if (!state?.ok) return;
    close.current();
    client.setQueryData(campaignKey(state.value.campaign_id), state.value);
  }, [state, client]);
  const { rows, valid } = summary.counts;
  const { campaign_id, scheduled_at } = campaign;
  return (
    <Dialog isOpen={isOpen} title={words.title(valid)} onClose={onClose}>
      <ActionForm action={action} failure={state?.ok === false ? state : null} isKept>
        <input type="hidden" name="campaign_id" value={campaign_id} />
        <input type="hidden" name="credits" value={summary.credits} />
        <div className="space-y-2">
          <p className="tabular-nums">{words.cost(summary.credits, worth(summary.credits))}</p>
          {rows > valid && <p>{words.leftOut(rows - valid)}</p>}
          {scheduled_at !== null && (
            <p>
              {words.at} <ExactTime at={scheduled_at} />.
            </p>
          )}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" isBusy={isPending}>
            {scheduled_at === null ? words.yes(valid) : words.yesLater(valid)}
          </Button>
          <Button onClick={onClose}>{words.no}</Button>
        </div>
      </ActionForm>
    </Dialog>
  );
}
