"use client";

import Link from "next/link";
import { EndpointBadge } from "@/components/endpoint-badge";
import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { RecentStrip } from "@/components/recent-strip";
import { Time } from "@/components/ui/time";
import { shortUrl } from "@/components/webhook-words";
import type { DeliveryStatus } from "@/lib/deliveries/contract";
import type { EndpointView } from "@/lib/webhooks/contract";
import { isAboutNoMessage, messageEvents } from "@/lib/webhooks/event-contract";
import { webhooksWords } from "../words";

interface EndpointRowProps {
  endpoint: EndpointView;
  recent: readonly DeliveryStatus[];
}

/** One endpoint: where it is, what it gets, whether it is well. The whole row leads to its page. */
export function EndpointRow({ endpoint, recent }: EndpointRowProps) {
  const words = useWords(webhooksWords).list;
  const { id, url, description, events, test } = endpoint;
  const isAll = messageEvents.every((event) => events.includes(event));
  const named = isAll
    ? [words.allEvents, ...events.filter(isAboutNoMessage)]
    : events;
  return (
    <li className="relative grid gap-x-6 gap-y-2 border-line border-b py-3 hover:bg-panel md:grid-cols-[minmax(0,1fr)_11rem_17rem]">
      <div className="min-w-0">
        <p className="flex items-baseline gap-2">
          <Link
            href={`/settings/webhooks/${id}`}
            className="wrap-anywhere min-w-0 font-mono text-sm after:absolute after:inset-0 hover:underline"
          >
            {shortUrl(url)}
          </Link>
          <span className="font-mono text-mute text-xs">
            {test ? words.modes.test : words.modes.live}
          </span>
        </p>
        {description && (
          <p className="truncate">
            <OutsideText text={description} />
          </p>
        )}
        <p className="text-mute text-sm">{named.join(", ")}</p>
      </div>
      <div className="text-sm">
        <EndpointBadge endpoint={endpoint} />
        <Since endpoint={endpoint} />
      </div>
      <RecentStrip statuses={recent} />
    </li>
  );
}

function Since({ endpoint: { enabled, disabled_at, failing_since } }: { endpoint: EndpointView }) {
  const words = useWords(webhooksWords).list;
  const at = enabled ? failing_since : disabled_at;
  if (!at) return null;
  return (
    <p className="text-mute">
      {enabled ? words.firstFailure : words.switchedOff} <Time at={at} />
    </p>
  );
}
