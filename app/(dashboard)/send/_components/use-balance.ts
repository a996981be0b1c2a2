"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { useLiveEvents } from "@/components/shell/live-stream";
import type { LiveEvent } from "@/lib/messages/contract";

/**
 * The credits of the account, kept current by the live stream. While they are fewer than needed the page is asked
 * again, now and whenever the reader comes back to it: they may have been topped up elsewhere.
 */
export function useBalance(first: number, needed: number): number {
  const router = useRouter();
  const [balance, setBalance] = useState(first);
  const [known, setKnown] = useState(first);
  if (known !== first) {
    setKnown(first);
    setBalance(first);
  }
  const onEvent = useCallback((event: LiveEvent) => {
    if (event.kind === "balance") setBalance(event.credits);
  }, []);
  useLiveEvents(onEvent);

  const isShort = needed > balance;
  useEffect(() => {
    if (!isShort) return;
    const ask = () => router.refresh();
    ask();
    window.addEventListener("focus", ask);
    return () => window.removeEventListener("focus", ask);
  }, [isShort, router]);
  return balance;
}
