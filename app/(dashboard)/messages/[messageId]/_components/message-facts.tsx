import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";
import { ExactTime } from "@/components/ui/time";
import type { MessageDetail } from "@/lib/messages/contract";

/** Everything else there is to know about a message, ids ready to copy. */
export function MessageFacts({ message }: { message: MessageDetail }) {
  const facts: [string, ReactNode][] = [
    ["Message id", <Id key="id" text={message.message_id} label="message id" />],
    ["From", message.from],
    ["To", <Id key="to" text={message.to} label="number" />],
    ["Accepted", <ExactTime key="created" at={message.created_at} />],
    ...optional("Scheduled for", message.scheduled_at, (at) => <ExactTime at={at} />),
    ["Valid until", <ExactTime key="valid" at={message.valid_until} />],
    ["Encoding", message.encoding],
    ["Segments", message.segments],
    ["Credits", message.test ? "0, a test message" : message.credits],
    ["Carrier", message.carrier ?? "not chosen yet"],
    ...optional("Carrier's code", message.carrier_code, (code) => <Id text={code} label="code" />),
    ["Operator", operatorWords(message)],
    ["Sent from", message.source === "api" ? "the API" : "the panel"],
    ...optional("Your reference", message.client_ref, (ref) => <Id text={ref} label="reference" />),
    ...optional("Idempotency key", message.idempotency_key, (key) => <Id text={key} label="key" />),
  ];
  return (
    <dl>
      {facts.map(([term, fact]) => (
        <div
          key={term}
          className="grid grid-cols-[8rem_minmax(0,1fr)] items-baseline gap-x-4 border-line border-b py-1.5 last:border-b-0"
        >
          <dt className="text-mute">{term}</dt>
          <dd className="wrap-anywhere min-w-0">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What a range tells is a fact about the range, and is called so. */
function operatorWords({ operator, operator_source }: MessageDetail): string {
  if (operator === null) return "unknown";
  return operator_source === "range"
    ? `${operator}, by its number range; the number may be ported`
    : operator;
}

function optional(
  term: string,
  value: string | null,
  show: (value: string) => ReactNode,
): [string, ReactNode][] {
  return value === null ? [] : [[term, show(value)]];
}

function Id({ text, label }: { text: string; label: string }) {
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <span className="min-w-0 font-mono text-sm">{text}</span>
      <CopyButton text={text} label={`Copy ${label}`} isCompact className="max-sm:-my-3" />
    </span>
  );
}
