import clsx from "clsx";
import type { MessageStatus } from "@/lib/messages/status";
import { deliveryStages, type StageState, type WebhookState } from "./delivery-stages";

const cellClass: Record<StageState, string> = {
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
}

/** Four cells that fill: accepted, sent, delivered, webhook. Hatched is failed, hollow has not happened. */
export function DeliveryStrip({ status, sentAt, webhook, className }: DeliveryStripProps) {
  const stages = deliveryStages({ status, sentAt, webhook });
  return (
    <span
      role="img"
      aria-label={stages.map((stage) => `${stage.name} ${cellWords[stage.state]}`).join(", ")}
      className={clsx("inline-grid grid-cols-4 gap-0.5", className ?? "h-2 w-14")}
    >
      {stages.map((stage) => (
        <span key={stage.name} className={clsx("border", cellClass[stage.state])} />
      ))}
    </span>
  );
}
