"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useAction } from "@/components/use-action";
import type { CampaignView } from "@/lib/campaigns/contract";
import { cancel, pause, resume } from "../actions";
import { runWords } from "../run-words";
import { campaignKey } from "./use-campaign";

/** Pause, resume, cancel: what the campaign's state allows. */
export function RunControls({ campaign }: { campaign: CampaignView }) {
  const words = useWords(runWords);
  const { status, campaign_id } = campaign;
  const isOpen = status === "running" || status === "paused" || status === "scheduled";
  return (
    <>
      {status === "running" && (
        <ControlButton key="pause" campaignId={campaign_id} action={pause} label={words.pause} />
      )}
      {status === "paused" && (
        <ControlButton key="resume" campaignId={campaign_id} action={resume} label={words.resume} />
      )}
      {isOpen && <CancelButton campaign={campaign} />}
    </>
  );
}

type Control = typeof pause;

function useControl(action: Control) {
  const client = useQueryClient();
  const [state, submit, isPending] = useAction(action);
  useEffect(() => {
    if (!state?.ok) return;
    const key = campaignKey(state.value.campaign_id);
    // An answer on its way may be older.
    void client.cancelQueries({ queryKey: key }).then(() => client.setQueryData(key, state.value));
  }, [client, state]);
  return { submit, isPending, failure: state?.ok === false ? state : null };
}

interface ControlButtonProps {
  campaignId: string;
  action: Control;
  label: string;
}

function ControlButton({ campaignId, action, label }: ControlButtonProps) {
  const { submit, isPending, failure } = useControl(action);
  return (
    <ActionForm action={submit} failure={failure} className="grid gap-2">
      <input type="hidden" name="campaign_id" value={campaignId} />
      <Button type="submit" variant="primary" isBusy={isPending}>
        {label}
      </Button>
    </ActionForm>
  );
}

function CancelButton({ campaign }: { campaign: CampaignView }) {
  const words = useWords(runWords);
  const [isAsking, setAsking] = useState(false);
  const { submit, isPending, failure } = useControl(cancel);
  return (
    <>
      <Button variant="danger" onClick={() => setAsking(true)}>
        {words.cancel}
      </Button>
      <Dialog isOpen={isAsking} title={words.confirm.title} onClose={() => setAsking(false)}>
        <ActionForm action={submit} failure={failure}>
          <input type="hidden" name="campaign_id" value={campaign.campaign_id} />
          <p>{words.confirm.what(campaign.progress?.submitted ?? 0)}</p>
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="danger" isBusy={isPending}>
              {words.confirm.yes}
            </Button>
            <Button onClick={() => setAsking(false)}>{words.confirm.no}</Button>
          </div>
        </ActionForm>
      </Dialog>
    </>
  );
}
