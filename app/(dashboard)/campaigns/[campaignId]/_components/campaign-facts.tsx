"use client";

import type { ReactNode } from "react";
import { useCreditWorth } from "@/components/credit-price";
import { useLanguage, useWords } from "@/components/language/use-words";
import { MessageBubble } from "@/components/message-bubble";
import { ExactTime } from "@/components/ui/time";
import { isTextless, wordTextless } from "@/components/word-erased";
import type { CampaignView } from "@/lib/campaigns/contract";
import { countSegments } from "@/lib/sms/count-segments";
import { runWords } from "../run-words";

/** What a campaign says and what it cost. */
export function CampaignFacts({ campaign }: { campaign: CampaignView }) {
  const { facts: words, credits: creditWords } = useWords(runWords);
  const worth = useCreditWorth();
  const { credits, quiet_hours, created_at, started_at, ended_at } = campaign;
  return (
    <aside aria-label={words.title} className="min-w-0 space-y-6 border-line md:border-l md:pl-8">
      <Sample campaign={campaign} />
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-2 tabular-nums">
        <Fact name={words.reserved}>{creditWords(credits.reserved)}</Fact>
        <Fact name={words.charged}>
          {creditWords(credits.charged)}
          <span className="block text-mute text-sm">
            {worth(credits.charged, started_at ?? undefined)}
          </span>
        </Fact>
        <Fact name={words.givenBack}>{creditWords(credits.refunded)}</Fact>
        {quiet_hours && (
          <Fact name={words.quiet}>
            {quiet_hours.from}–{quiet_hours.until}
          </Fact>
        )}
        <Fact name={words.created}>
          <ExactTime at={created_at} />
        </Fact>
        {started_at !== null && (
          <Fact name={words.started}>
            <ExactTime at={started_at} />
          </Fact>
        )}
        {ended_at !== null && (
          <Fact name={words.ended}>
            <ExactTime at={ended_at} />
          </Fact>
        )}
      </dl>
    </aside>
  );
}

/** One of the messages as it was sent; the text itself where the check left none, and a word where it is gone. */
function Sample({ campaign }: { campaign: CampaignView }) {
  const language = useLanguage();
  const { from, body, summary, ended_at } = campaign;
  if (isTextless(campaign)) {
    const since = ended_at ?? campaign.created_at;
    return (
      <p className="text-mute">{wordTextless({ ...campaign, created_at: since }, language)}.</p>
    );
  }
  const text = summary?.samples[0]?.body ?? body;
  return <MessageBubble from={from} text={text} cuts={countSegments(text).cuts} />;
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-mute">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
