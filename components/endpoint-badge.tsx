import clsx from "clsx";
import type { MessageStatus } from "@/lib/messages/status";
import type { EndpointView } from "@/lib/webhooks/contract";
import { StatusGlyph } from "./status-glyph";

interface Look {
  word: string;
  glyph: MessageStatus;
  tone: string;
}

const looks = {
  on: { word: "On", glyph: "delivered", tone: "text-ok" },
  troubled: { word: "Failing", glyph: "scheduled", tone: "text-warn" },
  manual: { word: "Off", glyph: "cancelled", tone: "text-mute" },
  gone: { word: "Off, answered 410", glyph: "failed", tone: "text-bad" },
  failing: { word: "Off for failing", glyph: "failed", tone: "text-bad" },
} as const satisfies Record<string, Look>;

/** Whether an endpoint is on, in trouble or off, and why: glyph and word. */
export function EndpointBadge({ endpoint }: { endpoint: EndpointView }) {
  const { word, glyph, tone } = looks[lookOf(endpoint)];
  return (
    <span className={clsx("inline-flex items-center gap-1.5 font-medium", tone)}>
      <StatusGlyph status={glyph} />
      {word}
    </span>
  );
}

function lookOf({ enabled, disabled_reason, failing_since }: EndpointView) {
  if (!enabled) return disabled_reason ?? "manual";
  return failing_since === null ? "on" : "troubled";
}
