"use client";

import Link from "next/link";
import { useState } from "react";
import { DeliveryStrip } from "@/components/delivery-strip";
import { useLanguage, useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/ui/time";
import { wordErased } from "@/components/word-erased";
import type { MessageView } from "@/lib/messages/contract";
import { logWords } from "../messages/words";

/** One message in a line, two where there is little room; the whole of it leads to the message. */
export function MessageLine({ message: kept }: { message: MessageView }) {
  const message = wordErased(kept, useLanguage());
  const { message_id, status, to, body, created_at, sent_at, webhook_state } = message;
  const words = useWords(logWords);
  const [firstStatus] = useState(status);
  return (
    <Link
      href={`/messages/${message_id}`}
      prefetch={false}
      className="relative isolate grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-1 py-2 text-sm hover:bg-panel @2xl:grid-cols-[8rem_9rem_3rem_minmax(0,1fr)_7rem]"
    >
      {status !== firstStatus && (
        <span
          key={status}
          aria-hidden="true"
          className="-z-10 pointer-events-none absolute inset-0 animate-wash"
        />
      )}
      <StatusBadge status={status} className="@max-2xl:order-2" />
      <span className="font-mono tabular-nums @max-2xl:order-1">{to}</span>
      <DeliveryStrip
        status={status}
        sentAt={sent_at}
        webhook={webhook_state}
        isDecoration
        className="h-1.5 w-10 @max-2xl:hidden"
      />
      <span className="truncate text-mute @max-2xl:order-3" dir="auto" lang="">
        {message.test && (
          <span className="mr-2 border border-control px-1 text-xs">{words.test}</span>
        )}
        <OutsideText text={body} />
      </span>
      <span className="text-right text-mute @max-2xl:order-4">
        <Time at={created_at} />
      </span>
    </Link>
  );
}
