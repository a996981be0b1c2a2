import clsx from "clsx";
import { deliveryStages, type StageState } from "@/components/delivery-stages";
import { DeliveryStrip } from "@/components/delivery-strip";
import { Time } from "@/components/ui/time";
import type { MessageDetail } from "@/lib/messages/contract";

const webhookWords: Record<MessageDetail["webhook_state"], string> = {
  none: "–",
  waiting: "under way",
  done: "delivered",
  failed: "failed",
};

/** The delivery strip at full width, each stage named and timed. */
export function StageStrip({ message }: { message: MessageDetail }) {
  const { status, sent_at: sentAt, webhook_state: webhook } = message;
  const stages = deliveryStages({ status, sentAt, webhook });
  const times: Record<string, string | null> = {
    Accepted: message.created_at,
    Sent: sentAt,
    Delivered: message.ended_at,
  };
  return (
    <div>
      <DeliveryStrip {...{ status, sentAt, webhook }} className="h-3 w-full" />
      <ol aria-hidden="true" className="mt-1.5 grid grid-cols-4 gap-0.5 text-sm">
        {stages.map(({ name, state }) => (
          <li key={name} className="min-w-0">
            <span className={clsx("block font-medium", state === "empty" && "text-mute")}>
              {stageWord(name, state)}
            </span>
            {name === "Webhook" ? (
              <span className="text-mute">{webhookWords[webhook]}</span>
            ) : (
              <StageTime at={times[name] ?? null} state={state} />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function stageWord(name: string, state: StageState): string {
  if (state !== "failed" || name === "Webhook") return name;
  return `Not ${name.toLowerCase()}`;
}

function StageTime({ at, state }: { at: string | null; state: StageState }) {
  if (state === "now") return <span className="text-mute">under way</span>;
  if (state === "empty" || !at) return <span className="text-mute">–</span>;
  return <Time at={at} className="text-mute" />;
}
