"use client";

import { useEffect, useState } from "react";

interface Span {
  since: string;
  /** Where the clock has stopped; null while it runs. */
  until: string | null;
  /** The server's clock at the time these were read. The browser's own may be set differently. */
  now: string;
}

/** How long it has been, counted on from the server's clock once a second. */
export function useElapsedMs({ since, until, now }: Span): number {
  const [passedMs, setPassedMs] = useState(0);
  useEffect(() => {
    setPassedMs(0);
    if (until !== null) return;
    const startedMs = performance.now();
    const timer = setInterval(() => setPassedMs(performance.now() - startedMs), 1000);
    return () => clearInterval(timer);
  }, [until, now]);
  const end = until === null ? Date.parse(now) + passedMs : Date.parse(until);
  return Math.max(0, end - Date.parse(since));
}

/** A time as the clock shows it: in whole seconds, the first of them from the start. */
export function wholeSecondsMs(ms: number): number {
  return Math.max(1, Math.floor(ms / 1000)) * 1000;
}
