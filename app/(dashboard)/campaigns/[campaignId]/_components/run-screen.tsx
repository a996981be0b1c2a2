"use client";

import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { Permitted } from "@/components/permitted";
import { ButtonLink } from "@/components/ui/button-link";
import type { CampaignView } from "@/lib/campaigns/contract";
import { CampaignMark } from "../../_components/campaign-mark";
import { progressParts } from "../../progress-parts";
import { campaignWords } from "../../words";
import { runWords } from "../run-words";
import { CampaignFacts } from "./campaign-facts";
import { CopyButtons } from "./copy-buttons";
import { LiveRate } from "./live-rate";
import { RunControls } from "./run-controls";
import { RunProgress } from "./run-progress";
import { RunResults } from "./run-results";

/** A campaign that was started: how far it is, what can be done about it, and what came of it. */
export function RunScreen({ campaign }: { campaign: CampaignView }) {
  const words = useWords(campaignWords);
  const run = useWords(runWords);
  const { campaign_id, name, status } = campaign;
  const parts = progressParts(campaign);
  return (
    <>
      <header className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="flex min-w-0 flex-wrap items-center gap-x-6 gap-y-1">
          <h1 className="wrap-anywhere font-semibold text-xl">
            {name === "" ? words.untitled : <OutsideText text={name} />}
          </h1>
          <CampaignMark status={status} words={words.statuses[status]} />
        </div>
        <div className="flex flex-wrap gap-2">
          <Permitted permission="send_messages">
            <RunControls campaign={campaign} />
          </Permitted>
        </div>
      </header>
      <RunProgress campaign={campaign} parts={parts} />
      <div className="mt-8 grid grid-cols-1 gap-x-12 gap-y-10 md:grid-cols-[minmax(0,7fr)_minmax(0,4fr)]">
        <div className="min-w-0 space-y-8">
          <Permitted permission="send_messages">
            <LiveRate campaign={campaign} />
          </Permitted>
          <RunResults campaign={campaign} />
        </div>
        <CampaignFacts campaign={campaign} />
      </div>
      <div className="mt-8 flex flex-wrap gap-2 border-line border-t pt-5">
        <ButtonLink href={`/messages?send=${campaign_id}`}>{run.openLog}</ButtonLink>
        <Permitted permission="send_messages">
          <CopyButtons campaign={campaign} />
        </Permitted>
      </div>
    </>
  );
}
