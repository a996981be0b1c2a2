"use client";

import { useState } from "react";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useAction } from "@/components/use-action";
import type { CampaignView } from "@/lib/campaigns/contract";
import { deleteDraft } from "../actions";
import { startWords } from "../start-words";

/** Removes a draft, after a question: there is no way back. */
export function DeleteDraft({ draft }: { draft: CampaignView }) {
  const words = useWords(startWords);
  const [isAsking, setAsking] = useState(false);
  const [state, action, isPending] = useAction(deleteDraft);
  return (
    <>
      <button type="button" className="link max-sm:min-h-11" onClick={() => setAsking(true)}>
        {words.delete.button}
      </button>
      <Dialog isOpen={isAsking} title={words.delete.title} onClose={() => setAsking(false)}>
        <ActionForm action={action} failure={state?.ok === false ? state : null}>
          <input type="hidden" name="campaign_id" value={draft.campaign_id} />
          <p>{words.delete.what(draft.rows)}</p>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="danger" isBusy={isPending}>
              {words.delete.yes}
            </Button>
            <Button onClick={() => setAsking(false)}>{words.confirm.no}</Button>
          </div>
        </ActionForm>
      </Dialog>
    </>
  );
}
