"use client";

import { useWords } from "@/components/language/use-words";
import { MessageBubble } from "@/components/message-bubble";
import { SegmentRuler } from "@/components/segment-ruler";
import { SegmentSummary } from "@/components/segment-summary";
import { SectionHeading } from "@/components/ui/heading";
import { isTextless } from "@/components/word-erased";
import type { MessageDelivery } from "@/lib/deliveries/contract";
import type { MessageTrace } from "@/lib/message-log/log-contract";
import { countSegments } from "@/lib/sms/count-segments";
import { messageWords } from "../words";
import { isTextWhole } from "./is-text-whole";
import { LedgerLines } from "./ledger-lines";
import { MessageFacts } from "./message-facts";
import { MessageWebhooks } from "./message-webhooks";
import { RequestFacts } from "./request-facts";
import { StageStrip } from "./stage-strip";
import { TimeLine } from "./time-line";

interface MessageSheetProps {
  message: MessageTrace;
  /** Its webhooks as the server knew them; asked for if left out. */
  deliveries?: MessageDelivery[] | undefined;
}

/** The whole chain of a message, from the request to the webhooks: two columns where there is room for them. */
export function MessageSheet({ message, deliveries }: MessageSheetProps) {
  const words = useWords(messageWords);
  const count = countSegments(message.body);
  const isWhole = isTextWhole(message);
  return (
    <div className="@container">
      <StageStrip message={message} />
      <div className="mt-8 grid grid-cols-1 gap-x-12 gap-y-8 @3xl:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="min-w-0 space-y-8">
          <section>
            <SectionHeading title={words.text} />
            {isTextless(message) ? (
              <p className="text-mute">{message.body}.</p>
            ) : (
              <MessageBubble
                from={message.from}
                text={message.body}
                cuts={isWhole ? count.cuts : []}
              />
            )}
            {/* What stands for an erased text, or for a code, says nothing of its segments. */}
            {isWhole && (
              <div className="mt-6">
                <SegmentRuler count={count} />
                <SegmentSummary count={count} />
              </div>
            )}
          </section>
          <section>
            <SectionHeading title={words.happened} />
            <TimeLine events={message.events} receipts={message.receipts} />
            {isHistoryGone(message) && <p className="mt-3 text-mute">{words.historyGone}</p>}
          </section>
          <MessageWebhooks message={message} initial={deliveries} />
        </div>
        <div className="min-w-0 space-y-8">
          <section>
            <SectionHeading title={words.request} />
            <RequestFacts message={message} />
          </section>
          <section>
            <SectionHeading title={words.ledger} />
            <LedgerLines message={message} />
          </section>
          <section>
            <SectionHeading title={words.details} />
            <MessageFacts message={message} />
          </section>
        </div>
      </div>
    </div>
  );
}

/** The event that ended it is gone, since histories are kept for their time. */
function isHistoryGone({ status, ended_at, events }: MessageTrace): boolean {
  return ended_at !== null && !events.some(({ type }) => [status, `sms.${status}`].includes(type));
}
