"use client";

import { useId } from "react";
import { useWords } from "@/components/language/use-words";
import { Spinner } from "@/components/ui/spinner";
import type { CampaignView } from "@/lib/campaigns/contract";
import { checkWords } from "../check-words";
import type { DraftChoices } from "../draft-facts";
import { CostFacts } from "./cost-facts";
import { DraftPart } from "./draft-part";
import { LeftOut } from "./left-out";
import { SampleMessages } from "./sample-messages";
import { SegmentTable } from "./segment-table";
import { TestToMe } from "./test-to-me";

interface CheckPartProps {
  draft: CampaignView;
  /** Something that was typed is not saved yet: what was found is about what was there before. */
  isStale: boolean;
  balance: number;
  ownNumber: DraftChoices["ownNumber"];
}

/** Who gets what and what it costs, before anything is sent. */
export function CheckPart({ draft, isStale, balance, ownNumber }: CheckPartProps) {
  const words = useWords(checkWords);
  const id = useId();
  const { summary } = draft;
  const first = firstThing(draft, words);
  const isChecking = draft.rows > 0 && (isStale || !draft.is_checked);
  return (
    <DraftPart
      id={id}
      title={words.title}
      aside={
        <p role="status" className="flex items-center gap-1.5 text-mute text-sm">
          {isChecking && (
            <>
              <Spinner /> {words.checking}
            </>
          )}
        </p>
      }
    >
      {first !== null && <p className="mb-4 text-mute">{first}</p>}
      {summary && draft.rows > 0 && (
        <div className="space-y-8" aria-busy={isChecking}>
          <LeftOut
            campaignId={draft.campaign_id}
            summary={summary}
            isTextMissing={first !== null}
          />
        </div>
      )}
      {summary && first === null && (
        <div className="mt-8 space-y-8" aria-busy={isChecking}>
          <div className="grid grid-cols-1 gap-x-10 gap-y-8 md:grid-cols-[minmax(0,7fr)_minmax(0,4fr)]">
            <SegmentTable summary={summary} />
            <CostFacts credits={summary.credits} balance={balance} />
          </div>
          {summary.samples.length > 0 && (
            <>
              <SampleMessages from={draft.from} samples={summary.samples} />
              <TestToMe
                campaignId={draft.campaign_id}
                samples={summary.samples}
                ownNumber={ownNumber}
              />
            </>
          )}
        </div>
      )}
    </DraftPart>
  );
}

/** What has to be there before anything can be checked; null when it is. */
function firstThing(
  { body, rows }: CampaignView,
  { first }: (typeof checkWords)["en"],
): string | null {
  if (body === "" && rows === 0) return first.both;
  if (body === "") return first.text;
  return rows === 0 ? first.rows : null;
}
