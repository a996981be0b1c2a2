import clsx from "clsx";
import type { DeliveryView } from "@/lib/deliveries/contract";
import type { MessageStatus } from "@/lib/messages/status";
import { StatusGlyph } from "./status-glyph";

interface Look {
  word: string;
  meaning: string;
  glyph: MessageStatus;
  tone: string;
}

const looks = {
  waiting: {
    word: "Waiting",
    meaning: "Next to be posted.",
    glyph: "queued",
    tone: "text-mute",
  },
  retrying: {
    word: "Retrying",
    meaning: "The last try failed; it is tried again.",
    glyph: "scheduled",
    tone: "text-warn",
  },
  delivered: {
    word: "Delivered",
    meaning: "The endpoint answered 2xx.",
    glyph: "delivered",
    tone: "text-ok",
  },
  failed: {
    word: "Failed",
    meaning: "Not tried any more; it can be sent again.",
    glyph: "failed",
    tone: "text-bad",
  },
} as const satisfies Record<string, Look>;

type DeliveryBadgeProps = Pick<DeliveryView, "status" | "last_error"> & { className?: string };

/** The state of one event for one endpoint: glyph and word. */
export function DeliveryBadge({ status, last_error, className }: DeliveryBadgeProps) {
  const { word, meaning, glyph, tone } = looks[lookOf({ status, last_error })];
  return (
    <span
      title={meaning}
      className={clsx("inline-flex items-center gap-1.5 font-medium", tone, className)}
    >
      <StatusGlyph status={glyph} />
      {word}
    </span>
  );
}

function lookOf({ status, last_error }: Pick<DeliveryView, "status" | "last_error">) {
  if (status !== "pending") return status;
  return last_error === null ? "waiting" : "retrying";
}
