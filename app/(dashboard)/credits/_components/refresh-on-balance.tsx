"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { useLiveEvents } from "@/components/shell/live-stream";
import type { LiveEvent } from "@/lib/messages/contract";

/** At most this often, however fast credits move. */
const pauseMs = 2000;

/** Has the page made anew when the account's credits move. */
export function RefreshOnBalance() {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lastMs = useRef(0);
  const onEvent = useCallback(
    (event: LiveEvent) => {
      if (event.kind === "messages" || timer.current) return;
      const waitMs = Math.max(0, lastMs.current + pauseMs - Date.now());
      timer.current = setTimeout(() => {
        timer.current = undefined;
        lastMs.current = Date.now();
        router.refresh();
      }, waitMs);
    },
    [router],
  );
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  useLiveEvents(onEvent);
  return null;
}
