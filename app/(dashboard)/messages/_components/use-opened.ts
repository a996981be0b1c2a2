"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useRef } from "react";
import type { MessageDelivery } from "@/lib/deliveries/contract";
import type { MessageTrace } from "@/lib/message-log/log-contract";

/** A message the server rendered the drawer with. */
export interface Opened {
  message: MessageTrace;
  deliveries: MessageDelivery[];
}

/** Which message the drawer shows. It lives in the address, so Back closes it and a reload keeps it. */
export function useOpened() {
  const params = useSearchParams();
  const messageId = params.get("m");
  const wasOpenedHere = useRef(false);
  const open = useCallback((id: string) => {
    const isOpen = new URLSearchParams(location.search).has("m");
    const url = addressWith(id);
    // From one message to the next is one place in the history: Back leads to the list.
    if (isOpen) window.history.replaceState(null, "", url);
    else window.history.pushState(null, "", url);
    wasOpenedHere.current ||= !isOpen;
  }, []);
  const close = useCallback(() => {
    if (wasOpenedHere.current) window.history.back();
    else window.history.replaceState(null, "", addressWith(null));
    wasOpenedHere.current = false;
  }, []);
  return { messageId, open, close };
}

function addressWith(id: string | null): string {
  const params = new URLSearchParams(location.search);
  if (id === null) params.delete("m");
  else params.set("m", id);
  const query = params.toString().replaceAll("%2C", ",");
  return `${location.pathname}${query && `?${query}`}`;
}
