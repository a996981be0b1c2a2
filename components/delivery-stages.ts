import type { MessageStatus } from "@/lib/messages/status";

export type StageState = "done" | "now" | "failed" | "empty";
/** What is known of a customer's webhook for one message. */
export type WebhookState = "none" | "waiting" | "done" | "failed";

export interface Stage {
  name: "Accepted" | "Sent" | "Delivered" | "Webhook";
  state: StageState;
}

/** How each state of a stage is drawn; where the reader's system chooses the colours, in those. */
export const cellClass: Record<StageState, string> = {
  done: "border-ink bg-ink forced-colors:bg-[CanvasText]",
  now: "border-ink bg-[linear-gradient(90deg,var(--ink)_50%,transparent_50%)] forced-colors:border-[CanvasText] forced-colors:bg-[linear-gradient(90deg,CanvasText_50%,transparent_50%)] forced-colors:forced-color-adjust-none",
  failed:
    "border-bad bg-[repeating-linear-gradient(135deg,var(--bad)_0_2px,transparent_2px_4px)] forced-colors:border-[CanvasText] forced-colors:bg-[repeating-linear-gradient(135deg,CanvasText_0_2px,transparent_2px_4px)] forced-colors:forced-color-adjust-none",
  empty: "border-control",
};

const afterAcceptance: Record<MessageStatus, readonly [sent: StageState, delivered: StageState]> = {
  scheduled: ["empty", "empty"],
  queued: ["now", "empty"],
  sending: ["now", "empty"],
  sent: ["done", "now"],
  unknown: ["now", "empty"],
  delivered: ["done", "done"],
  failed: ["failed", "empty"],
  expired: ["done", "failed"],
  bounced: ["done", "failed"],
  cancelled: ["empty", "empty"],
};

const webhookStages: Record<WebhookState, StageState> = {
  none: "empty",
  waiting: "now",
  done: "done",
  failed: "failed",
};

interface Journey {
  status: MessageStatus;
  /** When the carrier took it; a failure after that is a failed delivery, not a failed hand-over. */
  sentAt: string | null;
  webhook?: WebhookState | undefined;
}

/** The four stages of a message and how far it has come. */
export function deliveryStages({ status, sentAt, webhook = "none" }: Journey): Stage[] {
  const [sent, delivered] = endedBetween(status, sentAt) ?? afterAcceptance[status];
  return [
    { name: "Accepted", state: "done" },
    { name: "Sent", state: sent },
    { name: "Delivered", state: delivered },
    { name: "Webhook", state: webhookStages[webhook] },
  ];
}

function endedBetween(status: MessageStatus, sentAt: string | null) {
  if (status === "failed" && sentAt) return ["done", "failed"] as const;
  if (status === "expired" && !sentAt) return ["failed", "empty"] as const;
  return undefined;
}
