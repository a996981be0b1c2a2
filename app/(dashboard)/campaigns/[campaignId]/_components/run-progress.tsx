"use client";

import { useLanguage, useWords } from "@/components/language/use-words";
import { Notice } from "@/components/ui/notice";
import { ExactTime, useZone } from "@/components/ui/time";
import type { CampaignView } from "@/lib/campaigns/contract";
import { dateFormat } from "@/lib/language/formats";
import { SplitBar } from "../../_components/split-bar";
import type { Part } from "../../progress-parts";
import { runWords } from "../run-words";
import { PartLegend } from "./part-legend";
import { timeLeftWords } from "./time-left-words";

interface RunProgressProps {
  campaign: CampaignView;
  parts: readonly Part[];
}

/** How far a campaign is: one bar in its parts, how fast it goes, and why it waits if it does. */
export function RunProgress({ campaign, parts }: RunProgressProps) {
  const words = useWords(runWords);
  const { status, progress, credits, scheduled_at } = campaign;
  return (
    <section aria-label={words.progress} className="space-y-3 border-line border-y py-5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <span role="status" className="text-lg tabular-nums">
          {words.delivered(progress?.statuses["delivered"] ?? 0, progress?.people ?? 0)}
        </span>
        <Pace campaign={campaign} />
      </p>
      <SplitBar parts={parts} className="h-6" />
      <PartLegend parts={parts} />
      {status === "scheduled" && scheduled_at !== null && (
        <p>
          {words.startsAt} <ExactTime at={scheduled_at} />.
        </p>
      )}
      <WhyItWaits campaign={campaign} />
      {status === "paused" && (
        <Notice tone="warn" role="status" title={words.paused(progress?.submitted ?? 0)} />
      )}
      {status === "cancelled" && <Notice role="status" title={words.cancelled(credits.refunded)} />}
    </section>
  );
}

/** How many messages a second go out, and how long that takes. */
function Pace({ campaign: { status, progress } }: { campaign: CampaignView }) {
  const words = useWords(runWords);
  if (status !== "running" || !progress) return null;
  const { messages_per_second: rate, seconds_left: left } = progress;
  return (
    <span className="text-mute tabular-nums">
      {words.rateNow(rate)}
      {left !== null && ` · ${words.left(timeLeftWords(left, words))}`}
    </span>
  );
}

function WhyItWaits({ campaign }: { campaign: CampaignView }) {
  const words = useWords(runWords);
  const language = useLanguage();
  const zone = useZone();
  const { status, wait_reason, wait_until } = campaign;
  if (status !== "running" || wait_reason === null) return null;
  const clock = { hour: "2-digit", minute: "2-digit", timeZone: zone } as const;
  const sentence =
    wait_reason === "account" || wait_until === null
      ? words.heldForAccount
      : words.heldUntil(dateFormat(language, clock).format(new Date(wait_until)));
  return <Notice tone="info" role="status" title={sentence} />;
}
