"use client";

import type { MessageStatus } from "@/lib/messages/status";
import { useWords } from "./language/use-words";
import { StatusMark } from "./status-mark";
import { statusWords } from "./status-words";

/** A message's state: glyph and word. */
export function StatusBadge({ status, className }: { status: MessageStatus; className?: string }) {
  const words = useWords(statusWords)[status];
  return <StatusMark status={status} words={words} className={className} />;
}
