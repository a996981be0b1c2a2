"use client";

import clsx from "clsx";
import type { DeliveryView } from "@/lib/deliveries/contract";
import type { MessageStatus } from "@/lib/messages/status";
import { deliveryWords } from "./delivery-words";
import { useWords } from "./language/use-words";
import { StatusGlyph } from "./status-glyph";
import { Explained } from "./ui/explained";

const looks = {
  waiting: { glyph: "queued", tone: "text-mute" },
  held: { glyph: "unknown", tone: "text-warn" },
  retrying: { glyph: "scheduled", tone: "text-warn" },
  delivered: { glyph: "delivered", tone: "text-ok" },
  failed: { glyph: "failed", tone: "text-bad" },
} as const satisfies Record<string, { glyph: MessageStatus; tone: string }>;

type Shown = Pick<DeliveryView, "status" | "last_error" | "wait_reason">;
type DeliveryBadgeProps = Shown & { className?: string };

/** The state of one event for one endpoint: glyph and word. */
export function DeliveryBadge({ className, ...delivery }: DeliveryBadgeProps) {
  const look = lookOf(delivery);
  const { glyph, tone } = looks[look];
  const { word, meaning } = useWords(deliveryWords).deliveries[look];
  return (
    <Explained meaning={meaning}>
      <span className={clsx("inline-flex items-center gap-1.5 font-medium", tone, className)}>
        <StatusGlyph status={glyph} />
        {word}
      </span>
    </Explained>
  );
}

function lookOf({ status, last_error, wait_reason }: Shown) {
  if (status !== "pending") return status;
  if (wait_reason) return "held";
  return last_error === null ? "waiting" : "retrying";
}
