"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { useLiveEvents } from "@/components/shell/live-stream";

/** At most this often, however fast messages move, and this often in any case while the page is seen. */
const pauseMs = 1000;
const everyMs = 10_000;

/** Has the page made anew when messages move, and every ten seconds for those that only came in. */
export function RefreshOnMessages() {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onEvent = useCallback(() => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      router.refresh();
    }, pauseMs);
  }, [router]);
  useLiveEvents(onEvent);
  useEffect(() => {
    const regular = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everyMs);
    return () => {
      clearInterval(regular);
      clearTimeout(timer.current);
      timer.current = undefined;
    };
  }, [router]);
  return null;
}
