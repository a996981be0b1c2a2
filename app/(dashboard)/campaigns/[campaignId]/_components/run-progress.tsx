"use client";

import { useLanguage, useWords } from "@/components/language/use-words";
import { Notice } from "@/components/ui/notice";
import { ExactTime } from "@/components/ui/time";
import type { CampaignView } from "@/lib/campaigns/contract";
import { dateFormat } from "@/lib/language/formats";
import type { Language } from "@/lib/language/language";
import type { MessageStatus } from "@/lib/messages/status";
import { SplitBar } from "../../_components/split-bar";
import type { Part } from "../../progress-parts";
import { runWords } from "../run-words";
import { PartLegend } from "./part-legend";
import { timeLeftWords } from "./time-left-words";

/** What no carrier has yet. */
const unsent: readonly MessageStatus[] = ["scheduled", "queued", "sending"];

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

/** How many messages a second go out, and how long that takes; once all have gone, that reports are awaited. */
function Pace({ campaign: { status, progress } }: { campaign: CampaignView }) {
  const words = useWords(runWords);
  if (status !== "running" || !progress) return null;
  const { messages_per_second: rate, seconds_left: left, statuses } = progress;
  const isUnsent = (status: MessageStatus) => (statuses[status] ?? 0) > 0;
  const hasGone = progress.waiting === 0 && !unsent.some(isUnsent);
  if (hasGone) return <span className="text-mute">{words.awaitingReports}</span>;
  // Nothing a second is no speed: it has only begun, or the sentence below says why it waits.
  if (rate === 0) return null;
  return (
    <span className="text-mute tabular-nums">
      {words.rateNow(rate)}
      {left !== null && ` · ${words.left(timeLeftWords(left, words))}`}
    </span>
  );
}

/** Why nothing goes; in quiet hours until when, by the clock of the people it goes to, not by the reader's. */
function WhyItWaits({ campaign }: { campaign: CampaignView }) {
  const words = useWords(runWords);
  const language = useLanguage();
  const { status, wait_reason, wait_countries, quiet_hours } = campaign;
  if (status !== "running" || wait_reason === null) return null;
  if (wait_reason === "account" || quiet_hours === null) {
    return <Notice tone="info" role="status" title={words.heldForAccount} />;
  }
  return (
    <Notice
      tone="info"
      role="status"
      title={words.heldUntil(clockWords(quiet_hours.until, language), wait_countries)}
    />
  );
}

/** A time of the clock, as a language writes it. */
function clockWords(time: string, language: Language): string {
  const clock = { hour: "2-digit", minute: "2-digit", timeZone: "UTC" } as const;
  return dateFormat(language, clock).format(new Date(`1970-01-01T${time}Z`));
}
