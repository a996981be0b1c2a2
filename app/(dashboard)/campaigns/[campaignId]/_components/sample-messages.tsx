"use client";

import { useWords } from "@/components/language/use-words";
import { MessageBubble } from "@/components/message-bubble";
import type { CampaignSummary } from "@/lib/campaigns/contract";
import { countSegments } from "@/lib/sms/count-segments";
import { findNonGsmCharacters } from "@/lib/sms/find-non-gsm-characters";
import { checkWords } from "../check-words";

interface SampleMessagesProps {
  from: string;
  samples: CampaignSummary["samples"];
}

/** Up to three of the messages as they will be sent: the shortest, one of the middle, the longest. */
export function SampleMessages({ from, samples }: SampleMessagesProps) {
  const words = useWords(checkWords);
  return (
    <section aria-label={words.samples}>
      <h3 className="mb-3 font-medium">{words.samples}</h3>
      <ul className="grid grid-cols-1 gap-x-8 gap-y-6 md:grid-cols-3">
        {samples.map(({ row, to, body, segments }) => (
          <li key={row} className="min-w-0">
            <MessageBubble
              from={from}
              text={body}
              cuts={countSegments(body).cuts}
              marks={findNonGsmCharacters(body)}
            />
            <p className="mt-2 pl-3.5 text-mute text-sm tabular-nums">
              <span className="font-mono" translate="no">
                {to}
              </span>{" "}
              · {words.sampleOf(row, segments)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
