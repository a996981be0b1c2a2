"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import type { CampaignView } from "@/lib/campaigns/contract";
import { useBalance } from "../../../send/_components/use-balance";
import { CampaignMark } from "../../_components/campaign-mark";
import { campaignWords } from "../../words";
import type { DraftChoices } from "../draft-facts";
import { CheckPart } from "./check-part";
import { fetchRows } from "./fetch-rows";
import { RecipientsPart } from "./recipients-part";
import { SaveState } from "./save-state";
import { StartPart } from "./start-part";
import { TextPart } from "./text-part";
import { campaignKey } from "./use-campaign";
import { useSaving } from "./use-saving";

const rowsShown = 3;

interface DraftScreenProps {
  campaign: CampaignView;
  choices: DraftChoices;
}

/** A draft in its four parts, which saves itself. */
export function DraftScreen({ campaign, choices }: DraftScreenProps) {
  const words = useWords(campaignWords);
  const client = useQueryClient();
  const { draft, ...saving } = useSaving(campaign);
  const balance = useBalance(choices.balance, campaign.summary?.credits ?? 0);
  const { campaign_id, rows, file_name } = campaign;
  const rowsKey = ["campaign rows", campaign_id, "first", rows, file_name];
  const { data: firstRows = [] } = useQuery({
    queryKey: rowsKey,
    queryFn: () => fetchRows(campaign_id, { limit: rowsShown }),
    enabled: rows > 0,
  });
  const refresh = useCallback(() => {
    void client.invalidateQueries({ queryKey: campaignKey(campaign_id) });
    void client.invalidateQueries({ queryKey: ["campaign rows", campaign_id] });
  }, [client, campaign_id]);
  const isStale = (["body", "from", "mapping", "default_country"] as const).some(
    (name) => draft[name] !== campaign[name],
  );
  return (
    <>
      <header className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-1">
        <h1 className="wrap-anywhere font-semibold text-xl">
          {draft.name === "" ? words.untitled : <OutsideText text={draft.name} />}
        </h1>
        <CampaignMark status="draft" words={words.statuses.draft} />
        <SaveState phase={saving.phase} failure={saving.failure} />
      </header>
      <TextPart
        draft={draft}
        saving={saving}
        templates={choices.templates}
        row={rows > 0 ? firstRows[0] : undefined}
      />
      <RecipientsPart
        draft={draft}
        saving={saving}
        choices={choices}
        rows={firstRows}
        onRows={refresh}
      />
      <CheckPart draft={draft} isStale={isStale} balance={balance} ownNumber={choices.ownNumber} />
      <StartPart draft={draft} saving={saving} isStale={isStale} />
    </>
  );
}
