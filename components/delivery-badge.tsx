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
  retrying: { glyph: "scheduled", tone: "text-warn" },
  delivered: { glyph: "delivered", tone: "text-ok" },
  failed: { glyph: "failed", tone: "text-bad" },
} as const satisfies Record<string, { glyph: MessageStatus; tone: string }>;

type DeliveryBadgeProps = Pick<DeliveryView, "status" | "last_error"> & { className?: string };

/** The state of one event for one endpoint: glyph and word. */
export function DeliveryBadge({ status, last_error, className }: DeliveryBadgeProps) {
  const look = lookOf({ status, last_error });
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

function lookOf({ status, last_error }: Pick<DeliveryView, "status" | "last_error">) {
  if (status !== "pending") return status;
  return last_error === null ? "waiting" : "retrying";
}
