"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { useLiveEvents } from "@/components/shell/live-stream";
import type { LiveEvent } from "@/lib/messages/contract";
import { refreshQuery } from "./refresh-query";

/** Changes that come this close together are looked at together. */
const gatherMs = 500;

/** Fetches a query again when the live stream tells of a change: to one message, or to any. */
export function useLiveRefresh(queryKey: QueryKey, messageId?: string): void {
  const client = useQueryClient();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const key = JSON.stringify(queryKey);
  const onEvent = useCallback(
    (event: LiveEvent) => {
      if (!isAbout(event, messageId) || timer.current) return;
      timer.current = setTimeout(() => {
        timer.current = undefined;
        void refreshQuery(client, JSON.parse(key));
      }, gatherMs);
    },
    [client, key, messageId],
  );
  useLiveEvents(onEvent);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      timer.current = undefined;
    },
    [],
  );
}

function isAbout(event: LiveEvent, messageId: string | undefined): boolean {
  if (event.kind !== "messages") return event.kind === "refetch";
  return (
    messageId === undefined || event.messages.some(({ message_id }) => message_id === messageId)
  );
}
