"use client";

import { Fragment } from "react";
import { useLanguage, useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { reasonWords } from "@/components/status-words";
import { ClockTime } from "@/components/ui/time";
import { isolatedText } from "@/components/visible-text";
import type { MessageTrace } from "@/lib/message-log/log-contract";
import type { MessageEventView } from "@/lib/messages/contract";
import { messageWords } from "../words";

interface TimeLineProps {
  events: readonly MessageEventView[];
  receipts: MessageTrace["receipts"];
}

/** What happened to a message, oldest first, with who said so and what the carrier wrote word for word. */
export function TimeLine({ events, receipts }: TimeLineProps) {
  const words = useWords(messageWords);
  const details = useDetails();
  return (
    <ol>
      {events.map((event, position) => (
        <li
          key={`${position} ${event.type}`}
          className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-4 border-line border-b py-2 last:border-b-0"
        >
          <ClockTime at={event.at} className="font-mono text-mute text-sm tabular-nums" />
          <div className="min-w-0">
            <p className="font-medium">{words.events[event.type] ?? event.type}</p>
            <p className="text-mute text-sm">
              {details(event).map((detail, place) => (
                <Fragment key={`${place} ${detail}`}>
                  {place > 0 && " · "}
                  <OutsideText text={detail} />
                </Fragment>
              ))}
            </p>
            <RawReport receipt={receiptOf(event, receipts)} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** What the carrier said with an event, word for word. */
function receiptOf({ at, type, source }: MessageEventView, receipts: TimeLineProps["receipts"]) {
  const isResponse = source !== "carrier";
  if (isResponse && type !== "sent") return undefined;
  return receipts.find((each) => each.at === at && each.is_response === isResponse);
}

function RawReport({ receipt }: { receipt: MessageTrace["receipts"][number] | undefined }) {
  const words = useWords(messageWords);
  if (!receipt) return null;
  return (
    <details className="mt-1">
      <summary className="inline-flex items-center text-mute text-sm underline decoration-line underline-offset-3 hover:text-ink max-sm:min-h-11">
        {receipt.is_response ? words.rawResponse : words.rawReport}
      </summary>
      <pre className="wrap-anywhere mt-1 whitespace-pre-wrap bg-sunk p-2 font-mono text-xs">
        <OutsideText text={receipt.raw} />
      </pre>
      {receipt.is_cut && <p className="text-mute text-sm">{words.rawCut}</p>}
    </details>
  );
}

function useDetails() {
  const words = useWords(messageWords);
  const language = useLanguage();
  return ({ source, reason, carrier_code, operator }: MessageEventView): string[] =>
    [
      words.sources[source] ?? source,
      reason && reasonWords(reason, language),
      carrier_code && words.carrierCode(isolatedText(carrier_code)),
      operator,
    ].filter((part) => typeof part === "string");
}
