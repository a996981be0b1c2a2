"use client";

import Link from "next/link";
import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import type { CampaignView } from "@/lib/campaigns/contract";
import { CampaignMark } from "../../campaigns/_components/campaign-mark";
import { SplitBar } from "../../campaigns/_components/split-bar";
import { PartLegend } from "../../campaigns/[campaignId]/_components/part-legend";
import { useCampaign } from "../../campaigns/[campaignId]/_components/use-campaign";
import { runWords } from "../../campaigns/[campaignId]/run-words";
import { progressParts } from "../../campaigns/progress-parts";
import { campaignWords } from "../../campaigns/words";

/** How far the campaign is whose messages the log shows, and the way to it. */
export function CampaignProgress({ first }: { first: CampaignView }) {
  const run = useWords(runWords);
  const words = useWords(campaignWords);
  const campaign = useCampaign(first);
  const { campaign_id, name, status, progress } = campaign;
  const parts = progressParts(campaign);
  return (
    <section aria-label={run.progress} className="mt-4 space-y-3 border-line border-y py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2 className="wrap-anywhere min-w-0 font-medium">
          <Link
            href={`/campaigns/${campaign_id}`}
            prefetch={false}
            className="link inline-flex items-center max-sm:min-h-11"
          >
            {name === "" ? words.untitled : <OutsideText text={name} />}
          </Link>
        </h2>
        <CampaignMark status={status} words={words.statuses[status]} />
      </div>
      {progress && (
        <>
          <p role="status" className="tabular-nums">
            {run.delivered(progress.statuses["delivered"] ?? 0, progress.people)}
          </p>
          <SplitBar parts={parts} className="h-2.5" />
          <PartLegend parts={parts} />
        </>
      )}
    </section>
  );
}
