import Link from "next/link";
import type { ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { CopyButton } from "@/components/ui/copy-button";
import { ExactTime } from "@/components/ui/time";
import type { DeliveryDetail } from "@/lib/deliveries/contract";
import { deliveryPageWords } from "../[eventId]/words";

/** What else there is to know about a delivery. */
export function DeliveryFacts({ delivery }: { delivery: DeliveryDetail }) {
  const words = useWords(deliveryPageWords).facts;
  const { event_id, message_id, created_at, ended_at } = delivery;
  const facts: [string, ReactNode][] = [
    [
      words.event,
      <span key="event" className="inline-flex max-w-full items-center gap-1">
        <span className="min-w-0 font-mono text-sm">{event_id}</span>
        <CopyButton text={event_id} label={words.copyEvent} isCompact className="max-sm:-my-3" />
      </span>,
    ],
    [words.message, message_id ? <MessageLink key="message" id={message_id} /> : words.noMessage],
    [words.happened, <ExactTime key="created" at={created_at} />],
    [words.settled, ended_at ? <ExactTime key="ended" at={ended_at} /> : words.stillOpen],
  ];
  return (
    <dl className="mt-4">
      {facts.map(([term, fact]) => (
        <div
          key={term}
          className="grid grid-cols-[6rem_minmax(0,1fr)] items-baseline gap-x-4 border-line border-b py-1.5 last:border-b-0"
        >
          <dt className="text-mute">{term}</dt>
          <dd className="wrap-anywhere min-w-0">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

function MessageLink({ id }: { id: string }) {
  // A message from a phone has no page of its own; its conversation is among the others.
  const place = id.startsWith("inb_") ? "conversations" : id;
  return (
    <Link href={`/messages/${place}`} prefetch={false} className="link font-mono text-sm">
      {id}
    </Link>
  );
}
