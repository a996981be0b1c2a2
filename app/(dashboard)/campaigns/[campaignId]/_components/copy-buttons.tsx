"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { useAction } from "@/components/use-action";
import { isTextless } from "@/components/word-erased";
import type { CampaignView } from "@/lib/campaigns/contract";
import { panelUrl } from "@/lib/operations/panel-contract";
import { duplicate, sendToFailed } from "../actions";
import { runWords } from "../run-words";
import { useResults } from "./use-results";

/** What can be made of a campaign: a file of it, a draft for those it did not reach, the same draft once more. */
export function CopyButtons({ campaign }: { campaign: CampaignView }) {
  const words = useWords(runWords);
  const { campaign_id, status } = campaign;
  // Without the text there is nothing to copy.
  const isCopyable = !isTextless(campaign);
  const isOver = status === "finished" || status === "cancelled";
  const count = useResults(campaign)?.failed ?? 0;
  return (
    <>
      <a
        href={panelUrl("/api/panel/campaigns/{campaign_id}/recipients.csv", { campaign_id })}
        download
        className={buttonClass()}
      >
        {words.export}
      </a>
      {isCopyable && isOver && count > 0 && (
        <CopyButton
          campaignId={campaign_id}
          action={sendToFailed}
          label={words.failedOnly(count)}
        />
      )}
      {isCopyable && (
        <CopyButton campaignId={campaign_id} action={duplicate} label={words.duplicate} />
      )}
    </>
  );
}

interface CopyButtonProps {
  campaignId: string;
  action: typeof duplicate;
  label: string;
}

function CopyButton({ campaignId, action, label }: CopyButtonProps) {
  const [state, submit, isPending] = useAction(action);
  return (
    <ActionForm action={submit} failure={state?.ok === false ? state : null} className="grid gap-2">
      <input type="hidden" name="campaign_id" value={campaignId} />
      <Button type="submit" isBusy={isPending}>
        {label}
      </Button>
    </ActionForm>
  );
}
