import { reasonWords } from "@/components/status-words";
import type { MessageEventView } from "@/lib/messages/contract";
import { EventTime } from "./event-time";

const eventWords: Record<string, string> = {
  accepted: "Accepted",
  scheduled: "Accepted, waits for its time",
  rescheduled: "Moved to another time",
  sent: "Handed to the carrier",
  deferred: "Put off, tried again later",
  unknown: "Handed over, outcome not settled",
  receipt: "Another report, changed nothing",
  cancelled: "Cancelled",
  "sms.delivered": "Delivered",
  "sms.failed": "Failed",
  "sms.expired": "Expired",
  "sms.bounced": "Bounced",
};

const sourceWords: Record<string, string> = {
  api: "through the API",
  panel: "in the panel",
  worker: "by the sender process",
  carrier: "reported by the carrier",
};

/** What happened to a message, oldest first, with who said so. */
export function TimeLine({ events }: { events: readonly MessageEventView[] }) {
  return (
    <ol>
      {events.map((event, position) => (
        <li
          key={`${position} ${event.type}`}
          className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-4 border-line border-b py-2 last:border-b-0"
        >
          <EventTime at={event.at} />
          <div className="min-w-0">
            <p className="font-medium">{eventWords[event.type] ?? event.type}</p>
            <p className="text-mute text-sm">{details(event).join(" · ")}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

function details({ source, reason, carrier_code, operator }: MessageEventView): string[] {
  return [
    sourceWords[source] ?? source,
    reason && reasonWords(reason),
    carrier_code && `carrier's code ${carrier_code}`,
    operator,
  ].filter((part) => typeof part === "string");
}
