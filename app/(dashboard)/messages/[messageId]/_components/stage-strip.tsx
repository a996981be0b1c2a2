"use client";

import clsx from "clsx";
import { deliveryStages, type StageState } from "@/components/delivery-stages";
import { DeliveryStrip } from "@/components/delivery-strip";
import { deliveryWords } from "@/components/delivery-words";
import { useWords } from "@/components/language/use-words";
import { Time } from "@/components/ui/time";
import type { MessageDetail } from "@/lib/messages/contract";
import { messageWords } from "../words";

/** The delivery strip at full width, each stage named and timed. */
export function StageStrip({ message }: { message: MessageDetail }) {
  const { status, sent_at: sentAt, webhook_state: webhook } = message;
  const stages = deliveryStages({ status, sentAt, webhook });
  const words = useWords(messageWords);
  const named = useWords(deliveryWords);
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
              {state === "failed" && name !== "Webhook"
                ? named.notStages[name]
                : named.stages[name]}
            </span>
            {name === "Webhook" ? (
              <span className="text-mute">{words.stages[webhook]}</span>
            ) : (
              <StageTime at={times[name] ?? null} state={state} />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function StageTime({ at, state }: { at: string | null; state: StageState }) {
  const words = useWords(deliveryWords);
  if (state === "now") return <span className="text-mute">{words.states.now}</span>;
  if (state === "empty" || !at) return <span className="text-mute">–</span>;
  return <Time at={at} className="text-mute" />;
}
