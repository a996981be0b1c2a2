"use client";

import { useSyncExternalStore } from "react";
import { useLanguage } from "../language/use-words";
import { absoluteTime, clockTime, dayClock, distanceWords, relativeTime } from "./time-words";
import { useTimeZone } from "./time-zone";

/**
 * A time as people say it, with the exact one on hover and in `datetime`. The server may know neither
 * the reader's zone nor the moment of reading, so the element is made anew once the browser has taken over.
 */
export function Time({ at, className }: { at: string; className?: string }) {
  const language = useLanguage();
  const { zone, key } = useTickingZone();
  return (
    <time
      key={key}
      dateTime={at}
      title={absoluteTime(at, zone, language)}
      className={className}
      suppressHydrationWarning
    >
      {relativeTime(at, Date.now(), { zone, language })}
    </time>
  );
}

/** The time on the reader's clock, with the day when it is not today, and beside it how long ago that is. */
export function LogTime({ at }: { at: string }) {
  const language = useLanguage();
  const { zone, key } = useTickingZone();
  const nowMs = Date.now();
  return (
    <time
      key={key}
      dateTime={at}
      title={absoluteTime(at, zone, language)}
      className="flex flex-wrap justify-end gap-x-2"
      suppressHydrationWarning
    >
      <span className="text-ink tabular-nums" suppressHydrationWarning>
        {dayClock(at, nowMs, { zone, language })}
      </span>{" "}
      <span suppressHydrationWarning>{distanceWords(at, nowMs, language)}</span>
    </time>
  );
}

/** The time zone for display, read again with each tick. A new `key` in the browser replaces the server's element. */
function useTickingZone() {
  const tick = useSyncExternalStore(onTick, currentTick, () => null);
  const chosen = useTimeZone();
  const isServer = tick === null;
  return {
    zone: chosen ?? (isServer ? "UTC" : undefined),
    key: isServer ? "server" : "browser",
  };
}

/** The exact time in the reader's zone; in UTC until the browser has taken over, unless they chose a zone. */
export function ExactTime({ at, className }: { at: string; className?: string }) {
  const language = useLanguage();
  const zone = useZone();
  return (
    <time dateTime={at} className={className}>
      {absoluteTime(at, zone, language)}
    </time>
  );
}

/** A moment of a time line, to the millisecond, on the reader's clock; in UTC until the browser has taken over. */
export function ClockTime({ at, className }: { at: string; className?: string }) {
  const language = useLanguage();
  const zone = useZone();
  return (
    <time dateTime={at} title={absoluteTime(at, zone, language)} className={className}>
      {clockTime(at, zone, language)}
    </time>
  );
}

/** The time zone for display: the one the reader chose, else undefined for the browser's own. UTC until hydration. */
export function useZone(): string | undefined {
  const chosen = useTimeZone();
  const isBrowser = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  return chosen ?? (isBrowser ? undefined : "UTC");
}

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
