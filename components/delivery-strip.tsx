"use client";

import clsx from "clsx";
import type { MessageStatus } from "@/lib/messages/status";
import { cellClass, deliveryStages, type WebhookState } from "./delivery-stages";
import { deliveryWords } from "./delivery-words";
import { useWords } from "./language/use-words";

interface DeliveryStripProps {
  status: MessageStatus;
  sentAt: string | null;
  webhook?: WebhookState;
  className?: string;
  /** Beside a word that says the same: nothing to read out. */
  isDecoration?: boolean;
}

/** Four cells that fill: accepted, sent, delivered, webhook. Hatched is failed, hollow has not happened. */
export function DeliveryStrip({
  status,
  sentAt,
  webhook,
  className,
  isDecoration = false,
}: DeliveryStripProps) {
  const stages = deliveryStages({ status, sentAt, webhook });
  const words = useWords(deliveryWords);
  const sentence = stages
    .map(({ name, state }) => `${words.stages[name]}: ${words.states[state]}`)
    .join(", ");
  return (
    <span
      {...(isDecoration ? { "aria-hidden": true } : { role: "img", "aria-label": sentence })}
      className={clsx("inline-grid grid-cols-4 gap-0.5", className ?? "h-1.5 w-10")}
    >
      {stages.map((stage) => (
        <span key={stage.name} className={clsx("border", cellClass[stage.state])} />
      ))}
    </span>
  );
}
