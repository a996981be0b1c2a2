"use client";

import Link from "next/link";
import { type MouseEvent, useState } from "react";
import { DeliveryStrip } from "@/components/delivery-strip";
import { useLanguage, useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { Permitted } from "@/components/permitted";
import { StatusBadge } from "@/components/status-badge";
import { reasonWords } from "@/components/status-words";
import { LogTime } from "@/components/ui/time";
import { isolatedText } from "@/components/visible-text";
import { isTextless, wordErased } from "@/components/word-erased";
import type { MessageView } from "@/lib/messages/contract";
import { logWords } from "../words";
import { CancelButton } from "./cancel-button";
import { messageReason } from "./message-reason";
import { RowFacts } from "./row-facts";
import { rowGrid } from "./row-grid";
import type { Cancelling } from "./use-cancel";

interface MessageRowProps extends Pick<Cancelling, "cancel" | "isPending"> {
  message: MessageView;
  isFresh: boolean;
  /** Whether the drawer shows it. */
  isOpen: boolean;
  onOpen: (messageId: string) => void;
}

const cell =
  "min-w-0 px-3 py-2 group-data-[density=roomy]/log:py-3 first:pl-0 last:pr-0 @max-xl:p-0";
const number = "text-right font-mono tabular-nums";

/** One message of the log. A change washes over the row once. A click anywhere leads to the message (useRowClicks). */
export function MessageRow(props: MessageRowProps) {
  const { message: kept, isFresh, isOpen, onOpen, ...cancelling } = props;
  const words = useWords(logWords);
  const message = wordErased(kept, useLanguage());
  const [firstStatus] = useState(isFresh ? null : message.status);
  const hasChanged = message.status !== firstStatus;
  return (
    <tr
      data-message={message.message_id}
      aria-current={isOpen || undefined}
      className={`${rowGrid} relative isolate border-line border-b last:border-b-0 hover:bg-panel aria-[current]:bg-panel @max-xl:grid-cols-[minmax(0,1fr)_auto] @max-xl:gap-x-3 @max-xl:gap-y-1 @max-xl:py-3`}
    >
      <td className={`${cell} @max-xl:order-2 @max-xl:justify-self-end`}>
        {hasChanged && (
          <span
            key={message.status}
            aria-hidden="true"
            className="-z-10 pointer-events-none absolute inset-0 animate-wash"
          />
        )}
        <span className="flex items-center justify-between gap-3 @max-xl:flex-row-reverse">
          <StatusBadge status={message.status} />
          <WebhookState message={message} />
        </span>
      </td>
      <td className={`${cell} font-mono tabular-nums @max-xl:order-1`}>
        <Link
          href={`/messages/${message.message_id}`}
          prefetch={false}
          onClick={(event) => {
            if (!hasRoomForDrawer(event)) return;
            event.preventDefault();
            onOpen(message.message_id);
          }}
          className="hover:underline @max-xl:font-medium"
        >
          {message.to}
        </Link>
      </td>
      <td className={`${cell} truncate @max-4xl:hidden`}>
        <OutsideText text={message.from} />
      </td>
      <td className={`${cell} @max-xl:order-3`}>
        <div className="grid grid-cols-[minmax(0,auto)_minmax(0,auto)_auto] items-baseline justify-between gap-3">
          <p className="truncate @max-xl:text-mute" dir="auto" lang="">
            {message.test && (
              <span className="mr-2 border border-control px-1 text-mute text-xs">
                {words.test}
              </span>
            )}
            <span className={isTextless(message) ? "text-mute" : undefined}>
              <OutsideText text={firstLine(message.body)} />
            </span>
          </p>
          <Because message={message} />
          <RowFacts message={message} />
        </div>
      </td>
      <td className={`${cell} ${number} @max-4xl:hidden`}>{message.segments}</td>
      <td className={`${cell} ${number} @max-3xl:hidden`}>{message.credits}</td>
      <td className={`${cell} text-right text-mute @max-xl:order-4`}>
        {message.status === "scheduled" ? (
          <span className="flex items-baseline justify-end gap-3">
            <Permitted permission="send_messages">
              <CancelButton message={message} isCompact {...cancelling} />
            </Permitted>
            <LogTime at={message.scheduled_at ?? message.created_at} />
          </span>
        ) : (
          <LogTime at={message.created_at} />
        )}
      </td>
    </tr>
  );
}

/** Why it waits, or why it did not arrive. */
function Because({ message }: { message: MessageView }) {
  const language = useLanguage();
  const because = messageReason(message);
  if (!because) return null;
  const said = reasonWords(because, language);
  return (
    <p title={isolatedText(said)} className="truncate text-mute">
      <OutsideText text={said} />
    </p>
  );
}

/** The strip says what the word beside it says, but for its last cell: that one is put into words, too. */
function WebhookState({ message: { status, sent_at, webhook_state } }: { message: MessageView }) {
  const { webhooks } = useWords(logWords);
  const words = webhook_state === "none" ? undefined : webhooks[webhook_state];
  return (
    <span title={words} className="inline-flex items-center">
      <DeliveryStrip status={status} sentAt={sent_at} webhook={webhook_state} isDecoration />
      {words && <span className="sr-only">{words}</span>}
    </span>
  );
}

function firstLine(body: string): string {
  return body.trimStart().split("\n", 1)[0] ?? "";
}

/** On phones, and with a key that asks for a tab of its own, the link leads to the message's page. */
function hasRoomForDrawer(event: MouseEvent): boolean {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  return window.matchMedia("(width > 40rem)").matches;
}
