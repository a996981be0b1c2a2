"use client";

import { Info } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useLanguage, useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { StatusBadge } from "@/components/status-badge";
import { reasonWords, statusWords } from "@/components/status-words";
import { ExactTime } from "@/components/ui/time";
import type { MessageView } from "@/lib/messages/contract";
import { logWords } from "../words";
import { messageReason } from "./message-reason";

/** Below its button, or above where there is no room; in the middle where the browser cannot place it there. */
const besideButton =
  "supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:m-1 supports-[position-area:bottom]:[position-area:bottom_span-left] [position-try-fallbacks:flip-block,flip-inline,flip-block_flip-inline]";

/** What a row cuts short or says on hover only, in full, for mouse, finger, and key. The browser's own popover. */
export function RowFacts({ message }: { message: MessageView }) {
  const id = useId();
  const words = useWords(logWords);
  const [isOpen, setIsOpen] = useState(false);
  const label = words.factsOf(message.to);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        className="-my-0.5 relative col-start-3 row-start-1 grid size-6 shrink-0 place-items-center self-center text-mute after:absolute after:inset-0 hover:text-ink max-sm:after:-inset-2.5"
      >
        <Info className="size-4" aria-hidden="true" />
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onBeforeToggle={({ newState }) => setIsOpen(newState === "open")}
        className={`max-h-[60dvh] w-[min(28rem,calc(100vw-2rem))] overflow-y-auto rounded-sheet border border-control bg-paper p-4 text-left text-ink text-sm shadow-floating ${besideButton}`}
      >
        {isOpen && <Facts message={message} />}
      </div>
    </>
  );
}

function Facts({ message }: { message: MessageView }) {
  const words = useWords(logWords);
  const language = useLanguage();
  const { status, webhook_state, carrier_code } = message;
  const because = messageReason(message);
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-2">
      <Fact name={words.columns.state}>
        <StatusBadge status={status} /> {statusWords[language][status].meaning}
        {webhook_state !== "none" && ` ${words.webhooks[webhook_state]}.`}
      </Fact>
      {because && (
        <Fact name={words.filters.reason}>
          <OutsideText text={reasonWords(because, language)} />{" "}
          <Code text={[because, carrier_code].filter(Boolean).join(" ")} />
        </Fact>
      )}
      <Fact name={words.columns.to}>
        <Code text={message.to} />
      </Fact>
      <Fact name={words.columns.from}>
        <OutsideText text={message.from} />
      </Fact>
      <Fact name={words.columns.text}>
        <p className="whitespace-pre-wrap" dir="auto" lang="">
          <OutsideText text={message.body} />
        </p>
      </Fact>
      <Fact name={words.columns.time}>
        <ExactTime at={message.scheduled_at ?? message.created_at} />
      </Fact>
      <Fact name="ID">
        <Code text={message.message_id} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-mute">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  );
}

function Code({ text }: { text: string }) {
  return (
    <code className="font-mono">
      <OutsideText text={text} />
    </code>
  );
}
