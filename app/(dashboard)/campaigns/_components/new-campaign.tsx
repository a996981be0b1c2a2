"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import { create } from "../actions";
import { campaignWords } from "../words";

/** Begins a draft. */
export function NewCampaign() {
  const words = useWords(campaignWords);
  const [state, action, isPending] = useAction(create);
  return (
    <ActionForm action={action} failure={state?.ok === false ? state : null} className="grid gap-2">
      <Button type="submit" variant="primary" isBusy={isPending}>
        {words.create}
      </Button>
    </ActionForm>
  );
}
