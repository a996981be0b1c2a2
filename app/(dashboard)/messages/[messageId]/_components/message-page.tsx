"use client";

import Link from "next/link";
import { MessageBubble } from "@/components/message-bubble";
import { SegmentRuler } from "@/components/segment-ruler";
import { SegmentSummary } from "@/components/segment-summary";
import { StatusBadge } from "@/components/status-badge";
import { reasonWords, statusWords } from "@/components/status-words";
import { SectionHeading } from "@/components/ui/heading";
import type { MessageDelivery } from "@/lib/deliveries/contract";
import type { MessageDetail } from "@/lib/messages/contract";
import { countSegments } from "@/lib/sms/count-segments";
import { useMessage } from "../../../_components/use-message";
import { CancelButton } from "../../_components/cancel-button";
import { CancelOutcome } from "../../_components/cancel-outcome";
import { useCancel } from "../../_components/use-cancel";
import { MessageFacts } from "./message-facts";
import { timing } from "./message-timing";
import { MessageWebhooks } from "./message-webhooks";
import { StageStrip } from "./stage-strip";
import { TimeLine } from "./time-line";

interface MessagePageProps {
  initial: MessageDetail;
  /** Its webhooks, one an endpoint. */
  deliveries: MessageDelivery[];
}

/** One message, kept current. */
export function MessagePage({ initial, deliveries }: MessagePageProps) {
  const message = useMessage(initial.message_id, initial) ?? initial;
  const count = countSegments(message.body);
  return (
    <>
      <p className="mb-4">
        <Link
          href="/messages"
          className="link max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
        >
          Messages
        </Link>
      </p>
      <Header message={message} />
      <StageStrip message={message} />
      <div className="mt-10 grid grid-cols-1 gap-x-12 gap-y-10 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <div className="space-y-10">
          <section>
            <SectionHeading title="Text" />
            <MessageBubble from={message.from} text={message.body} cuts={count.cuts} />
            <div className="mt-6">
              <SegmentRuler count={count} />
              <SegmentSummary count={count} />
            </div>
          </section>
          <section>
            <SectionHeading title="What happened" />
            <TimeLine events={message.events} />
          </section>
          <MessageWebhooks message={message} initial={deliveries} />
        </div>
        <section>
          <SectionHeading title="Details" />
          <MessageFacts message={message} />
        </section>
      </div>
    </>
  );
}

function Header({ message }: { message: MessageDetail }) {
  const { status, reason, wait_reason } = message;
  const { outcome, ...cancelling } = useCancel();
  const because = reason ?? wait_reason;
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div>
        <CancelOutcome outcome={outcome} />
        <h1 className="font-semibold text-xl">
          To <span className="font-mono tabular-nums tracking-normal">{message.to}</span>
        </h1>
        <p role="status" className="mt-1 flex flex-wrap items-center gap-x-2 text-md">
          <StatusBadge status={status} />
          <span className="text-mute">{timing(message) ?? statusWords[status].meaning}</span>
        </p>
        {because && status !== "delivered" && (
          <p className="mt-1">
            Reason: {reasonWords(because)}{" "}
            <code className="font-mono text-mute text-sm">{because}</code>
          </p>
        )}
      </div>
      {status === "scheduled" && <CancelButton message={message} {...cancelling} />}
    </header>
  );
}
