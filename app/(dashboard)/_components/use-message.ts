"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useLiveEvents } from "@/components/shell/live-stream";
import { AppError } from "@/lib/core/errors";
import type { MessageTrace } from "@/lib/message-log/log-contract";
import type { LiveEvent } from "@/lib/messages/contract";
import { panelFetch } from "./panel-fetch";

/**
 * One message with all it left behind, fetched again whenever the live stream says it changed; undefined
 * until it is known, null when there is none.
 */
export function useMessage(
  messageId: string,
  initial?: MessageTrace,
): MessageTrace | null | undefined {
  const client = useQueryClient();
  const onEvent = useCallback(
    (event: LiveEvent) => {
      const isOurs =
        event.kind === "refetch" ||
        (event.kind === "messages" &&
          event.messages.some((message) => message.message_id === messageId));
      if (isOurs) void client.invalidateQueries({ queryKey: ["message", messageId] });
    },
    [client, messageId],
  );
  useLiveEvents(onEvent);
  const { data, error } = useQuery({
    queryKey: ["message", messageId],
    queryFn: () => panelFetch("/api/panel/messages/{message_id}", { message_id: messageId }),
    // What the server rendered is a moment old, and the stream does not tell of what it missed.
    staleTime: 0,
    ...(initial ? { initialData: initial } : {}),
  });
  const isGone = error instanceof AppError && error.code === "not_found";
  return data ?? (isGone ? null : undefined);
}
