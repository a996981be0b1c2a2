"use client";

import Link from "next/link";
import { useCreditWorth } from "@/components/credit-price";
import { DeliveryStrip } from "@/components/delivery-strip";
import { useWords } from "@/components/language/use-words";
import { sendCurl } from "@/components/send-curl";
import { StatusBadge } from "@/components/status-badge";
import { statusWords } from "@/components/status-words";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { CopyButton } from "@/components/ui/copy-button";
import { ExactTime } from "@/components/ui/time";
import { useOrigin } from "@/components/use-origin";
import type { AcceptedMessage } from "@/lib/messages/contract";
import { isMessageStatus } from "@/lib/messages/status";
import { useMessage } from "../../_components/use-message";
import { outcomeWords } from "../outcome-words";
import { type Draft, optionsOf } from "./draft";
import { OutcomeHeading } from "./outcome-heading";

interface SendOutcomeProps {
  accepted: AcceptedMessage;
  balance: number;
  /** What the form held when it was sent. */
  draft: Draft;
  /** Starts the next message, with these fields filled. */
  onAnother: (change?: Partial<Draft>) => void;
}

/** One message, kept current until it is delivered. */
export function SendOutcome({ accepted, balance, draft, onAnother }: SendOutcomeProps) {
  const words = useWords(outcomeWords);
  const worth = useCreditWorth();
  const messageId = accepted.message_id ?? "";
  const message = useMessage(messageId);
  const origin = useOrigin();
  const { from, to, scheduled_at } = accepted;
  const curl = sendCurl(origin, {
    from,
    to,
    body: draft.body,
    ...(scheduled_at ? { scheduled_at } : {}),
    ...optionsOf(draft),
  });
  return (
    <section className="min-w-0 space-y-6">
      <OutcomeHeading>
        {words.heading(scheduled_at !== null, accepted.credits, balance)}
      </OutcomeHeading>
      {accepted.credits > 0 && <p>{words.cost(worth(accepted.credits))}</p>}
      {scheduled_at && (
        <p>
          {words.leavesAt} <ExactTime at={scheduled_at} />. {words.untilThen}
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
        <CopyButton text={messageId} label={words.copyId} isCompact />
      </p>
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => onAnother()}>
          {words.another}
        </Button>
        <ButtonLink href={`/messages/${messageId}`}>{words.open}</ButtonLink>
        <CopyButton text={curl} label={words.copyCurl} />
      </div>
    </section>
  );
}

function CurrentState({ status, sentAt }: { status: string; sentAt: string | null }) {
  const statuses = useWords(statusWords);
  if (!isMessageStatus(status)) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-y py-4">
      <span role="status" className="inline-flex">
        <StatusBadge status={status} />
      </span>
      <DeliveryStrip status={status} sentAt={sentAt} className="h-2.5 w-24" />
      <span className="text-mute">{statuses[status].meaning}</span>
    </div>
  );
}
