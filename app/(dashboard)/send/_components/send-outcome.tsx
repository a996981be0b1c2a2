"use client";

import Link from "next/link";
import { useEffect, useRef } from "react";
import { DeliveryStrip } from "@/components/delivery-strip";
import { sendCurl } from "@/components/send-curl";
import { StatusBadge } from "@/components/status-badge";
import { countWords, statusWords } from "@/components/status-words";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";
import { ExactTime } from "@/components/ui/time";
import { useOrigin } from "@/components/use-origin";
import type { AcceptedMessage } from "@/lib/messages/contract";
import type { MessageStatus } from "@/lib/messages/status";
import { useMessage } from "../../_components/use-message";
import type { Draft } from "./use-draft";

interface SendOutcomeProps {
  accepted: AcceptedMessage;
  balance: number;
  request: Draft;
  onAnother: () => void;
}

/** What became of the message just sent, kept current until it is delivered. */
export function SendOutcome({ accepted, balance, request, onAnother }: SendOutcomeProps) {
  const messageId = accepted.message_id ?? "";
  const message = useMessage(messageId);
  const heading = useRef<HTMLHeadingElement>(null);
  const origin = useOrigin();
  useEffect(() => heading.current?.focus(), []);

  const { from, to, scheduled_at } = accepted;
  const curl = sendCurl(origin, {
    from,
    to,
    body: request.body,
    ...(scheduled_at ? { scheduled_at } : {}),
  });
  return (
    <section className="space-y-6">
      <h2 ref={heading} tabIndex={-1} className="font-semibold text-lg outline-none">
        {scheduled_at ? "Scheduled" : "Accepted"}: {countWords(accepted.credits, "credit")} taken,{" "}
        {balance.toLocaleString("en")} left
      </h2>
      {scheduled_at && (
        <p>
          Leaves at <ExactTime at={scheduled_at} />. Until then it can be cancelled in the log.
        </p>
      )}
      <CurrentState status={message?.status ?? accepted.status} sentAt={message?.sent_at ?? null} />
      <p className="flex flex-wrap items-center gap-x-1.5">
        <Link
          href={`/messages/${messageId}`}
          className="link wrap-anywhere inline-flex items-center font-mono text-sm max-sm:min-h-11"
        >
          {messageId}
        </Link>
        <CopyButton text={messageId} label="Copy message id" isCompact />
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={onAnother}>
          Send another
        </Button>
        <ButtonLink href={`/messages/${messageId}`}>Open the message</ButtonLink>
        <CopyButton text={curl} label="Copy as curl" />
      </div>
    </section>
  );
}

function CurrentState({ status, sentAt }: { status: string; sentAt: string | null }) {
  if (!isMessageStatus(status)) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-y py-4">
      <span role="status" className="inline-flex">
        <StatusBadge status={status} />
      </span>
      <DeliveryStrip status={status} sentAt={sentAt} className="h-2.5 w-24" />
      <span className="text-mute">{statusWords.en[status].meaning}</span>
    </div>
  );
}

function isMessageStatus(status: string): status is MessageStatus {
  return status in statusWords.en;
}
