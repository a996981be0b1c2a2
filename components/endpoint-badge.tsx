"use client";

import clsx from "clsx";
import type { Words } from "@/lib/language/language";
import type { MessageStatus } from "@/lib/messages/status";
import type { EndpointView } from "@/lib/webhooks/contract";
import { useWords } from "./language/use-words";
import { StatusGlyph } from "./status-glyph";

interface Look {
  glyph: MessageStatus;
  tone: string;
}

const looks = {
  listening: { glyph: "delivered", tone: "text-ok" },
  on: { glyph: "delivered", tone: "text-ok" },
  troubled: { glyph: "scheduled", tone: "text-warn" },
  manual: { glyph: "cancelled", tone: "text-mute" },
  gone: { glyph: "failed", tone: "text-bad" },
  failing: { glyph: "failed", tone: "text-bad" },
} as const satisfies Record<string, Look>;

const en = {
  listening: "Listening",
  on: "On",
  troubled: "Failing",
  manual: "Off",
  gone: "Disabled (410 Gone)",
  failing: "Disabled (failing)",
};

const badgeWords: Words<typeof en> = {
  en,
  pl: {
    listening: "Nasłuchuje",
    on: "Włączony",
    troubled: "Zawodzi",
    manual: "Wyłączony",
    gone: "Wyłączony po odpowiedzi 410",
    failing: "Wyłączony po błędach",
  },
};

/** Whether an endpoint is on, in trouble or off, and why: glyph and word. */
export function EndpointBadge({ endpoint }: { endpoint: EndpointView }) {
  const look = lookOf(endpoint);
  const { glyph, tone } = looks[look];
  const word = useWords(badgeWords)[look];
  return (
    <span className={clsx("inline-flex items-center gap-1.5 font-medium", tone)}>
      <StatusGlyph status={glyph} />
      {word}
    </span>
  );
}

function lookOf({ enabled, disabled_reason, failing_since, listen }: EndpointView) {
  if (!enabled) return disabled_reason ?? "manual";
  if (listen) return "listening";
  return failing_since === null ? "on" : "troubled";
}
