"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { DeliveryBadge } from "@/components/delivery-badge";
import { useLanguage, useWords } from "@/components/language/use-words";
import { Permitted } from "@/components/permitted";
import { SectionHeading } from "@/components/ui/heading";
import { Time } from "@/components/ui/time";
import { answerWords, shortUrl, tryWords } from "@/components/webhook-words";
import type { MessageDelivery } from "@/lib/deliveries/contract";
import type { MessageDetail } from "@/lib/messages/contract";
import { isTerminal } from "@/lib/messages/status";
import { panelFetch } from "../../../_components/panel-fetch";
import { ReplayButton } from "../../../_components/replay-button";
import { useLiveRefresh } from "../../../_components/use-live-refresh";
import { messageWords } from "../words";

interface MessageWebhooksProps {
  message: MessageDetail;
  /** As the server knew them; asked for if left out. */
  initial?: MessageDelivery[] | undefined;
}

/** Who was told how a message ended, and how telling them went. */
export function MessageWebhooks({ message, initial }: MessageWebhooksProps) {
  const { message_id } = message;
  const queryKey = ["message-deliveries", message_id];
  useLiveRefresh(queryKey, { messageId: message_id });
  const words = useWords(messageWords);
  const { data: deliveries = [] } = useQuery({
    queryKey,
    queryFn: async () =>
      (await panelFetch("/api/panel/messages/{message_id}/deliveries", { message_id })).data,
    ...(initial ? { initialData: initial } : {}),
    staleTime: 0,
  });
  return (
    <section>
      <SectionHeading title={words.webhooks} />
      {deliveries.length === 0 ? (
        <p className="text-mute">
          {isTerminal(message.status) ? words.told.nobody : words.told.later}
          <Permitted permission="manage_webhooks">
            <Link href="/settings/webhooks" className="link">
              {words.told.place}
            </Link>
          </Permitted>
        </p>
      ) : (
        <ul>
          {deliveries.map((delivery) => (
            <Delivery key={`${delivery.endpoint_id} ${delivery.event_id}`} delivery={delivery} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Delivery({ delivery }: { delivery: MessageDelivery }) {
  const { endpoint_id, event_id, event, url, attempts, next_attempt_at } = delivery;
  const { told } = useWords(messageWords);
  const language = useLanguage();
  const hasNoPage = delivery.is_endpoint_deleted || delivery.is_callback;
  const title = <span className="wrap-anywhere font-mono text-sm">{shortUrl(url)}</span>;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-line border-b py-2 last:border-b-0">
      <div className="min-w-0">
        {hasNoPage ? (
          title
        ) : (
          <Link
            href={`/settings/webhooks/${endpoint_id}/${event_id}`}
            prefetch={false}
            className="link"
          >
            {title}
          </Link>
        )}
        <div className="flex flex-wrap items-center gap-x-2">
          <DeliveryBadge {...delivery} />
          <span className="text-mute text-sm">
            {event}, {tryWords(attempts, language)}
            {attempts > 0 &&
              `, ${answerWords(delivery.last_status, delivery.last_error, language)}`}
            {delivery.wait_reason && `, ${told.held}`}
            {attempts > 0 && next_attempt_at && (
              <>
                , {told.due} <Time at={next_attempt_at} />
              </>
            )}
          </span>
        </div>
      </div>
      {hasNoPage ? (
        <span className="text-mute">{delivery.is_callback ? told.callback : told.deleted}</span>
      ) : (
        <Permitted permission="manage_webhooks">
          <ReplayButton delivery={delivery} to={shortUrl(url)} />
        </Permitted>
      )}
    </li>
  );
}
