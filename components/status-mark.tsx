import clsx from "clsx";
import type { MessageStatus } from "@/lib/messages/status";
import { StatusGlyph } from "./status-glyph";
import { type StatusWords, statusTones } from "./status-words";

const toneClass = {
  ok: "text-ok",
  bad: "text-bad",
  warn: "text-warn",
  info: "text-info",
  mute: "text-mute",
} as const;

interface StatusMarkProps {
  status: MessageStatus;
  words: StatusWords;
  className?: string | undefined;
}

/** Glyph and word of a state, in words that are at hand: pages of the server need no script for it. */
export function StatusMark({ status, words: { word, meaning }, className }: StatusMarkProps) {
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
