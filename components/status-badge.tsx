import clsx from "clsx";
import type { MessageStatus } from "@/lib/messages/status";
import { StatusGlyph } from "./status-glyph";
import { statusWords } from "./status-words";

const toneClass = {
  ok: "text-ok",
  bad: "text-bad",
  warn: "text-warn",
  info: "text-info",
  mute: "text-mute",
} as const;

/** A message's state: glyph and word. */
export function StatusBadge({ status, className }: { status: MessageStatus; className?: string }) {
  const { word, meaning, tone } = statusWords[status];
  return (
    <span
      title={meaning}
      className={clsx("inline-flex items-center gap-1.5 font-medium", toneClass[tone], className)}
    >
      <StatusGlyph status={status} />
      {word}
    </span>
  );
}
