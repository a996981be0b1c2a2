import clsx from "clsx";
import type { MessageStatus } from "@/lib/messages/status";
import { deliveryStages, type StageState, type WebhookState } from "./delivery-stages";

/** How each state of a stage is drawn. */
export const cellClass: Record<StageState, string> = {
  done: "border-ink bg-ink",
  now: "border-ink bg-[linear-gradient(90deg,var(--ink)_50%,transparent_50%)]",
  failed: "border-bad bg-[repeating-linear-gradient(135deg,var(--bad)_0_2px,transparent_2px_4px)]",
  empty: "border-control",
};

const cellWords: Record<StageState, string> = {
  done: "done",
  now: "under way",
  failed: "failed",
  empty: "not yet",
};

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
  const words = stages.map((stage) => `${stage.name} ${cellWords[stage.state]}`).join(", ");
  return (
    <span
      {...(isDecoration ? { "aria-hidden": true } : { role: "img", "aria-label": words })}
      className={clsx("inline-grid grid-cols-4 gap-0.5", className ?? "h-1.5 w-10")}
    >
      {stages.map((stage) => (
        <span key={stage.name} className={clsx("border", cellClass[stage.state])} />
      ))}
    </span>
  );
}
