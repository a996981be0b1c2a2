"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { useLiveEvents } from "@/components/shell/live-stream";
import type { LiveEvent } from "@/lib/messages/contract";

/** Figures follow what happens at this distance: often enough to be believed, seldom enough to be read. */
const everyMs = 4000;

/** Has the page's figures made anew while messages move, and after the live stream was broken. */
export function FreshFigures() {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wasOpened = useRef(false);
  const onEvent = useCallback(
    (event: LiveEvent) => {
      if (event.kind === "balance") return;
      // The stream has just been opened, and the page is hardly older; later it was broken in between.
      const isFirst = event.kind === "refetch" && !wasOpened.current;
      wasOpened.current = true;
      if (isFirst || timer.current) return;
      timer.current = setTimeout(() => {
        timer.current = undefined;
        router.refresh();
      }, everyMs);
    },
    [router],
  );
  useLiveEvents(onEvent);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
  return null;
}
