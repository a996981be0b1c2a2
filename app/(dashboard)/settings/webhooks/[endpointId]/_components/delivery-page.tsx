"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { DeliveryBadge } from "@/components/delivery-badge";
import { useLanguage, useWords } from "@/components/language/use-words";
import { CodeBlock } from "@/components/ui/code-block";
import { SectionHeading } from "@/components/ui/heading";
import { Time } from "@/components/ui/time";
import { deliveryReasonWords, shortUrl } from "@/components/webhook-words";
import type { DeliveryDetail } from "@/lib/deliveries/contract";
import { panelFetch } from "../../../../_components/panel-fetch";
import { ReplayButton } from "../../../../_components/replay-button";
import { useLiveRefresh } from "../../../../_components/use-live-refresh";
import { deliveryPageWords } from "../[eventId]/words";
import { DeliveryFacts } from "./delivery-facts";
import { TryList } from "./try-list";

/** One event for one endpoint, kept current: every try, and a way to send it again. */
export function DeliveryPage({ initial }: { initial: DeliveryDetail }) {
  const words = useWords(deliveryPageWords);
  const { endpoint_id, event_id, message_id } = initial;
  const queryKey = ["delivery", endpoint_id, event_id];
  useLiveRefresh(queryKey, message_id ? { messageId: message_id } : {});
  const { data: delivery } = useQuery({
    queryKey,
    queryFn: () =>
      panelFetch("/api/panel/webhook-endpoints/{endpoint_id}/deliveries/{event_id}", {
        endpoint_id,
        event_id,
      }),
    initialData: initial,
    staleTime: 0,
  });
  return (
    <>
      <p className="mb-4">
        <Link
          href={`/settings/webhooks/${endpoint_id}`}
          className="link wrap-anywhere max-sm:inline-flex max-sm:min-h-11 max-sm:items-center"
        >
          {shortUrl(delivery.url)}
        </Link>
      </p>
      <Header delivery={delivery} />
      <div className="grid grid-cols-1 gap-x-12 gap-y-10 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)]">
        <section>
          <SectionHeading title={words.tries} />
          <TryList tries={delivery.tries} />
        </section>
        <section>
          <SectionHeading title={words.posted} />
          {delivery.body === null ? (
            <p className="text-mute">{words.unwritten}</p>
          ) : (
            <CodeBlock label={words.body} code={delivery.body} isWrapped />
          )}
          <DeliveryFacts delivery={delivery} />
        </section>
      </div>
    </>
  );
}

function Header({ delivery }: { delivery: DeliveryDetail }) {
  const words = useWords(deliveryPageWords);
  const language = useLanguage();
  const { event, attempts, reason, next_attempt_at } = delivery;
  return (
    <header className="mb-8 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="font-semibold text-xl">
          <span className="font-mono tracking-normal">{event}</span>
        </h1>
        <div role="status" className="mt-1 flex flex-wrap items-center gap-x-2 text-md">
          <DeliveryBadge {...delivery} />
          <span className="text-mute">
            {attempts > 0 && words.after(attempts)}
            {attempts > 0 && next_attempt_at && (
              <>
                {words.dueAgain} <Time at={next_attempt_at} />
              </>
            )}
          </span>
        </div>
        {delivery.wait_reason && <p className="mt-1 max-w-[68ch]">{words.held}</p>}
        {reason && <p className="mt-1">{words.reason(deliveryReasonWords(reason, language))}</p>}
      </div>
      <div className="max-w-[24rem] space-y-1">
        <ReplayButton delivery={delivery} />
        <p className="text-mute text-sm">{words.again}</p>
      </div>
    </header>
  );
}
