"use client";

import { useId, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Notice } from "@/components/ui/notice";
import type { CampaignView } from "@/lib/campaigns/contract";
import type { DraftChoices, DraftRow } from "../draft-facts";
import { recipientWords } from "../recipient-words";
import { DraftPart } from "./draft-part";
import { FileSummary } from "./file-summary";
import { KeepAsGroup } from "./keep-as-group";
import { MappingTable } from "./mapping-table";
import { OtherSources } from "./other-sources";
import { SourcePicker } from "./source-picker";
import { UploadProgress } from "./upload-progress";
import { useGroup } from "./use-group";
import type { Saving } from "./use-saving";
import { useUpload } from "./use-upload";

interface RecipientsPartProps {
  draft: CampaignView;
  saving: Saving;
  choices: DraftChoices;
  rows: readonly DraftRow[];
  /** The rows are others now. */
  onRows: () => void;
}

/** Where the people come from, and what each column of them is. */
export function RecipientsPart({ draft, saving, choices, rows, onRows }: RecipientsPartProps) {
  const words = useWords(recipientWords);
  const id = useId();
  const [isReplacing, setReplacing] = useState(false);
  const done = () => {
    setReplacing(false);
    onRows();
  };
  const upload = useUpload(draft.campaign_id, done);
  const group = useGroup(draft.campaign_id, done);
  const isBusy = upload.state.phase === "sending" || upload.state.phase === "reading";
  const isAsking = draft.rows === 0 || isReplacing;
  return (
    <DraftPart id={id} title={words.title}>
      <UploadProgress state={upload.state} cancel={upload.cancel} />
      {group.failure && <Notice tone="bad" role="alert" title={group.failure} />}
      {isAsking && !isBusy && (
        <>
          <SourcePicker onFile={upload.send} />
          <OtherSources
            groups={choices.groups}
            isBusy={group.isPending}
            onPaste={(text) => upload.send(new File([text], "", { type: "text/csv" }))}
            onGroup={group.take}
          />
          {isReplacing && (
            <button
              type="button"
              className="link mt-4 max-sm:min-h-11"
              onClick={() => setReplacing(false)}
            >
              {words.keepThis}
            </button>
          )}
        </>
      )}
      {draft.rows > 0 && !isReplacing && (
        <div className="space-y-6">
          <FileSummary draft={draft} upload={upload} onReplace={() => setReplacing(true)} />
          <MappingTable
            draft={draft}
            edit={saving.edit}
            rows={rows}
            countries={choices.countries}
          />
          <KeepAsGroup draft={draft} />
        </div>
      )}
    </DraftPart>
  );
}
