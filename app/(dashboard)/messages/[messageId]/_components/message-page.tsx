"use client";

import Link from "next/link";
import { useLanguage, useWords } from "@/components/language/use-words";
import { wordErased } from "@/components/word-erased";
import type { MessageDelivery } from "@/lib/deliveries/contract";
import type { MessageTrace } from "@/lib/message-log/log-contract";
import { useMessage } from "../../../_components/use-message";
import { CancelOutcome } from "../../_components/cancel-outcome";
import { useCancel } from "../../_components/use-cancel";
import { messageWords } from "../words";
import { MessageActions } from "./message-actions";
import { MessageSheet } from "./message-sheet";
import { MessageState } from "./message-state";

interface MessagePageProps {
  initial: MessageTrace;
  /** Its webhooks, one an endpoint. */
  deliveries: MessageDelivery[];
}

/** One message on a page of its own, kept current. */
export function MessagePage({ initial, deliveries }: MessagePageProps) {
  const words = useWords(messageWords);
  const { outcome, ...cancelling } = useCancel();
  const kept = useMessage(initial.message_id, initial) ?? initial;
  const message = wordErased(kept, useLanguage());
  return (
    <>
      <p className="mb-4">
        <Link
          href="/messages"
          className="link max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
        >
          {words.back}
        </Link>
      </p>
      <header className="mb-6">
        <CancelOutcome outcome={outcome} />
        <h1 className="font-semibold text-xl">
          {words.to} <span className="font-mono tabular-nums tracking-normal">{message.to}</span>
        </h1>
        <MessageState message={message} />
        <MessageActions message={message} {...cancelling} />
      </header>
      <MessageSheet message={message} deliveries={deliveries} />
    </>
  );
}
