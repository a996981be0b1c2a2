"use client";

import clsx from "clsx";
import type { MessageStatus } from "@/lib/messages/status";
import { useWords } from "./language/use-words";
import { StatusGlyph } from "./status-glyph";
import { statusTones, statusWords } from "./status-words";

const toneClass = {
  ok: "text-ok",
  bad: "text-bad",
  warn: "text-warn",
  info: "text-info",
  mute: "text-mute",
} as const;

/** A message's state: glyph and word. */
export function StatusBadge({ status, className }: { status: MessageStatus; className?: string }) {
  const { word, meaning } = useWords(statusWords)[status];
  return (
    <span
      title={meaning}
      className={clsx(
        "inline-flex items-center gap-1.5 font-medium",
        toneClass[statusTones[status]],
        className,
      )}
    >
      <StatusGlyph status={status} />
      {word}
    </span>
  );
}
