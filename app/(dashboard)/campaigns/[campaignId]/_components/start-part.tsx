"use client";

import { useId, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import type { CampaignView } from "@/lib/campaigns/contract";
import { startWords } from "../start-words";
import { DeleteDraft } from "./delete-draft";
import { DraftPart } from "./draft-part";
import { QuietHoursField } from "./quiet-hours-field";
import { RateField } from "./rate-field";
import { StartDialog } from "./start-dialog";
import { TimeOfStart } from "./time-of-start";
import type { Saving } from "./use-saving";

interface StartPartProps {
  draft: CampaignView;
  saving: Saving;
  /** Something that was typed is not saved yet. */
  isStale: boolean;
}

/** When, how fast, at which hours not; and the button that starts it. */
export function StartPart({ draft, saving, isStale }: StartPartProps) {
  const words = useWords(startWords);
  const id = useId();
  const [isAsking, setAsking] = useState(false);
  const errors = saving.failure?.fields;
  const blocked = useWhyBlocked(draft, isStale);
  const isReady = blocked === null && draft.summary !== null;
  return (
    <DraftPart id={id} title={words.title}>
      <div className="max-w-2xl space-y-6">
        <TimeOfStart
          value={draft.scheduled_at}
          onChange={(scheduled_at) => saving.edit({ scheduled_at })}
          error={errors?.["scheduled_at"]}
        />
        <RateField
          value={draft.rate}
          onChange={(rate) => saving.edit({ rate })}
          error={errors?.["rate"]}
        />
        <QuietHoursField
          value={draft.quiet_hours}
          onChange={(quiet_hours) => saving.edit({ quiet_hours })}
          error={errors?.["quiet_hours"]}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t pt-5">
          <Button
            variant="primary"
            size="large"
            disabled={!isReady}
            onClick={() => void saving.flush().then((isSaved) => isSaved && setAsking(true))}
          >
            {draft.scheduled_at === null ? words.start : words.schedule}
          </Button>
          <span role="status" className="min-w-0 flex-1 basis-40 text-mute">
            {blocked}
          </span>
          <DeleteDraft draft={draft} />
        </div>
      </div>
      {draft.summary && (
        <StartDialog
          campaign={draft}
          summary={draft.summary}
          isOpen={isAsking && isReady}
          onClose={() => setAsking(false)}
        />
      )}
    </DraftPart>
  );
}

/** Why it cannot be started as it is; null when it can. */
function useWhyBlocked(
  { from, summary, is_checked }: CampaignView,
  isStale: boolean,
): string | null {
  const { blocked } = useWords(startWords);
  if (from.trim() === "") return blocked.from;
  if (summary === null || !is_checked || isStale) return blocked.check;
  return summary.counts.valid === 0 ? blocked.none : null;
}
