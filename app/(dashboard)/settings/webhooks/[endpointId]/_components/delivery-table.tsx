import Link from "next/link";
import { DeliveryBadge } from "@/components/delivery-badge";
import { useLanguage, useWords } from "@/components/language/use-words";
import { Time } from "@/components/ui/time";
import { answerWords, tryWords } from "@/components/webhook-words";
import type { DeliveryView } from "@/lib/deliveries/contract";
import { endpointWords } from "../words";

const columns = [
  { name: "state", className: "w-32" },
  { name: "event", className: "w-36" },
  { name: "message", className: "w-72 @max-4xl:hidden" },
  { name: "tries", className: "w-20 text-right" },
  { name: "answer", className: "" },
  { name: "time", className: "w-40 text-right" },
] as const;

/** The rows of a delivery log; where there is little room a list of two lines each. */
export function DeliveryTable({ rows }: { rows: readonly DeliveryView[] }) {
  const words = useWords(endpointWords).log;
  return (
    <div className="@container">
      <table className="w-full table-fixed border-line border-b text-sm @max-xl:block">
        <caption className="sr-only">{words.caption}</caption>
        <thead className="@max-xl:sr-only">
          <tr className="border-line border-b">
            {columns.map(({ name, className }) => (
              <th
                key={name}
                scope="col"
                className={`px-3 pb-2 text-left font-medium text-mute first:pl-0 last:pr-0 ${className}`}
              >
                {words.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="@max-xl:block">
          {rows.map((delivery) => (
            <DeliveryRow key={delivery.event_id} delivery={delivery} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cell = "px-3 py-2 align-top first:pl-0 last:pr-0 @max-xl:p-0";

function DeliveryRow({ delivery }: { delivery: DeliveryView }) {
  const language = useLanguage();
  const { endpoint_id, event_id, event, message_id, attempts } = delivery;
  return (
    <tr className="relative isolate border-line border-b last:border-b-0 hover:bg-panel @max-xl:grid @max-xl:grid-cols-[minmax(0,1fr)_auto] @max-xl:gap-x-3 @max-xl:gap-y-1 @max-xl:py-3">
      <td className={`${cell} @max-xl:order-2 @max-xl:justify-self-end`}>
        <DeliveryBadge {...delivery} />
      </td>
      <td className={`${cell} font-mono @max-xl:order-1`}>
        <Link
          href={`/settings/webhooks/${endpoint_id}/${event_id}`}
          prefetch={false}
          className="after:absolute after:inset-0 hover:underline @max-xl:font-medium"
        >
          {event}
        </Link>
      </td>
      <td className={`${cell} truncate font-mono text-mute @max-4xl:hidden`}>{message_id}</td>
      <td className={`${cell} text-right tabular-nums @max-xl:hidden`}>{attempts}</td>
      <td className={`${cell} @max-xl:order-3 @max-xl:text-mute`}>
        <p className="truncate">
          <span className="@xl:hidden">{tryWords(attempts, language)}, </span>
          {answerWords(delivery.last_status, delivery.last_error, language)}
        </p>
      </td>
      <td className={`${cell} text-right text-mute @max-xl:order-4`}>
        <WhenNext delivery={delivery} />
      </td>
    </tr>
  );
}

function WhenNext({
  delivery: { attempts, next_attempt_at, created_at, wait_reason },
}: {
  delivery: DeliveryView;
}) {
  const { due, held } = useWords(endpointWords).log;
  if (wait_reason) return held;
  if (!next_attempt_at || attempts === 0) return <Time at={created_at} />;
  return (
    <>
      {due} <Time at={next_attempt_at} />
    </>
  );
}
