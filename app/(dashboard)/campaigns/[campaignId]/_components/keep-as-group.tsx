"use client";

import { useWords } from "@/components/language/use-words";
import { ActionForm } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { Folded } from "@/components/ui/folded";
import { TextField } from "@/components/ui/text-field";
import { useAction } from "@/components/use-action";
import { isolatedText } from "@/components/visible-text";
import type { CampaignView } from "@/lib/campaigns/contract";
import { keepAsGroup } from "../actions";
import { recipientWords } from "../recipient-words";

/** Keeps the people of a draft as a group of contacts, for the next time. */
export function KeepAsGroup({ draft }: { draft: CampaignView }) {
  const words = useWords(recipientWords);
  const [state, action, isPending] = useAction(keepAsGroup);
  const failure = state?.ok === false ? state : null;
  return (
    <Folded summary={words.keepAsGroup}>
      <ActionForm action={action} failure={failure} className="mt-3 space-y-3">
        <input type="hidden" name="campaign_id" value={draft.campaign_id} />
        <div className="flex max-w-md flex-wrap items-end gap-3">
          <TextField
            label={words.groupName}
            name="name"
            defaultValue={failure?.values["name"] ?? draft.name}
            error={failure?.fields?.["name"]}
            maxLength={80}
            required
            autoComplete="off"
            className="grow"
          />
          <Button type="submit" isBusy={isPending}>
            {words.keep}
          </Button>
        </div>
        <p role="status" className="text-sm empty:hidden">
          {state?.ok && words.kept(isolatedText(state.value.name))}
        </p>
      </ActionForm>
    </Folded>
  );
}
