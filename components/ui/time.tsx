"use client";

import { useSyncExternalStore } from "react";
import { useWords } from "../language/use-words";
import { absoluteTime, relativeTime } from "./time-words";
import { useTimeZone } from "./time-zone";

/**
 * A time as people say it, with the exact one on hover and in `datetime`. The server may know neither
 * the reader's zone nor the moment of reading, so the element is made anew once the browser has taken over.
 */
export function Time({ at, className }: { at: string; className?: string }) {
  const tick = useSyncExternalStore(onTick, currentTick, () => null);
  const chosen = useTimeZone();
  const zone = chosen ?? (tick === null ? "UTC" : undefined);
  return (
    <time
      key={tick === null ? "server" : "browser"}
      dateTime={at}
      title={absoluteTime(at, zone)}
      className={className}
      suppressHydrationWarning
    >
      {relativeTime(at, Date.now(), zone)}
    </time>
  );
}

/** The exact time in the reader's zone; in UTC until the browser has taken over, unless they chose a zone. */
export function ExactTime({ at, className }: { at: string; className?: string }) {
  const chosen = useTimeZone();
  const locale = useWords(locales);
  const isBrowser = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return (
    <time dateTime={at} className={className}>
      {absoluteTime(at, chosen ?? (isBrowser ? undefined : "UTC"), locale)}
    </time>
  );
}

const locales = { en: "en-GB", pl: "pl-PL" };
const tickMs = 5000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function onTick(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    for (const each of listeners) each();
  }, tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function currentTick(): number {
  return Math.floor(Date.now() / tickMs);
}
