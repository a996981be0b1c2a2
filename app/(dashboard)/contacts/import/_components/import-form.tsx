"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useCallback, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextField } from "@/components/ui/text-field";
import { useAsk } from "@/components/use-action";
import type { FormFailure } from "@/lib/actions/form-failure";
import type { CampaignView } from "@/lib/campaigns/contract";
import { fetchRows } from "../../../campaigns/[campaignId]/_components/fetch-rows";
import { FileSummary } from "../../../campaigns/[campaignId]/_components/file-summary";
import { MappingTable } from "../../../campaigns/[campaignId]/_components/mapping-table";
import { SourcePicker } from "../../../campaigns/[campaignId]/_components/source-picker";
import { UploadProgress } from "../../../campaigns/[campaignId]/_components/upload-progress";
import { campaignKey, useCampaign } from "../../../campaigns/[campaignId]/_components/use-campaign";
import { type Saving, useSaving } from "../../../campaigns/[campaignId]/_components/use-saving";
import { useUpload } from "../../../campaigns/[campaignId]/_components/use-upload";
import type { DraftChoices } from "../../../campaigns/[campaignId]/draft-facts";
import { importDraft } from "../actions";
import { importWords } from "../words";

/** What became of the rows. */
export interface Imported {
  added: number;
  merged: number;
  rejected: number;
  /** The first rejected rows. */
  errors: { row: number; why: string }[];
}

interface ImportFormProps {
  first: CampaignView;
  countries: DraftChoices["countries"];
  onDone: (imported: Imported) => void;
}

const rowsShown = 3;

/** The file, what its columns are, and the group its people are put into. */
export function ImportForm({ first, countries, onDone }: ImportFormProps) {
  const client = useQueryClient();
  const { draft, ...saving } = useSaving(useCampaign(first));
  const { campaign_id, rows, file_name } = draft;
  const [isReplacing, setReplacing] = useState(false);
  const { data: samples = [] } = useQuery({
    queryKey: ["campaign rows", campaign_id, "first", rows, file_name],
    queryFn: () => fetchRows(campaign_id, { limit: rowsShown }),
    enabled: rows > 0,
  });
  const refresh = useCallback(() => {
    setReplacing(false);
    void client.invalidateQueries({ queryKey: campaignKey(campaign_id) });
    void client.invalidateQueries({ queryKey: ["campaign rows", campaign_id] });
  }, [client, campaign_id]);
  const upload = useUpload(campaign_id, refresh);
  const isBusy = upload.state.phase === "sending" || upload.state.phase === "reading";
  const isAsking = rows === 0 || isReplacing;
  return (
    <div className="max-w-4xl space-y-6">
      <UploadProgress state={upload.state} cancel={upload.cancel} />
      {isAsking && !isBusy && <SourcePicker onFile={upload.send} />}
      {!isAsking && (
        <>
          <FileSummary draft={draft} upload={upload} onReplace={() => setReplacing(true)} />
          <MappingTable draft={draft} edit={saving.edit} rows={samples} countries={countries} />
          <GroupForm draft={draft} flush={saving.flush} onDone={onDone} />
        </>
      )}
    </div>
  );
}

interface GroupFormProps extends Pick<ImportFormProps, "onDone"> {
  draft: CampaignView;
  flush: Saving["flush"];
}

function GroupForm({ draft, flush, onDone }: GroupFormProps) {
  const words = useWords(importWords);
  const ask = useAsk(importDraft);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FormFailure>();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    setBusy(true);
    // The columns as they are on the screen are those that are imported.
    const state = (await flush()) ? await ask({ campaign_id: draft.campaign_id, name }) : undefined;
    setBusy(false);
    if (state?.ok) onDone(state.value);
    else setFailure(state);
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="space-y-4 border-line border-t pt-5">
      <TextField
        label={words.group}
        name="name"
        hint={words.groupHint}
        error={failure?.fields?.["name"]}
        maxLength={80}
        autoComplete="off"
        className="max-w-sm"
      />
      {failure && !failure.fields && <Notice tone="bad" role="alert" title={failure.message} />}
      <Button
        type="submit"
        variant="primary"
        isBusy={isBusy}
        disabled={!draft.mapping.includes("to")}
      >
        {words.submit(draft.rows)}
      </Button>
    </form>
  );
}
