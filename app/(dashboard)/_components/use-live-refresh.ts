"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { useLiveEvents } from "@/components/shell/live-stream";
import type { LiveEvent } from "@/lib/messages/contract";
import { refreshQuery } from "./refresh-query";

interface Watched {
  /** Changes to any message, unless one is named. */
  messageId?: string;
  /** Changes that come this close together are looked at together. */
  gatherMs?: number;
}

/** Fetches a query again when the live stream tells of a change. */
export function useLiveRefresh(
  queryKey: QueryKey,
  { messageId, gatherMs = 500 }: Watched = {},
): void {
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
    [client, gatherMs, key, messageId],
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
