"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { useCallback } from "react";
import { useWords } from "@/components/language/use-words";
import { useLiveEvents } from "@/components/shell/live-stream";
import { statusTones, statusWords } from "@/components/status-words";
import { ButtonLink } from "@/components/ui/button-link";
import type { LiveEvent } from "@/lib/messages/contract";
import { type MessageStatus, messageStatuses } from "@/lib/messages/status";
import type { SendView } from "@/lib/sends/contract";
import { panelFetch } from "./panel-fetch";
import { sendProgressWords } from "./send-progress-words";

interface SendProgressProps {
  sendId: string;
  /** Whether its messages are listed below: then there is no link to them. */
  isInLog?: boolean;
}

/** How far a send to many has come, by status, as it happens. */
export function SendProgress({ sendId, isInLog = false }: SendProgressProps) {
  const words = useWords(sendProgressWords);
  const statuses = useWords(statusWords);
  const send = useSend(sendId);
  if (!send) return null;
  const counted = messageStatuses.flatMap((status) => {
    const count = send.statuses[status] ?? 0;
    return count > 0 ? [{ status, count }] : [];
  });
  return (
    <section aria-label={words.progress} className="space-y-3 border-line border-y py-4">
      <h3 className="wrap-anywhere font-medium">
        <bdi>{send.name}</bdi>
      </h3>
      <p role="status" className="text-lg tabular-nums">
        {words.delivered(send.statuses["delivered"] ?? 0, send.messages)}
      </p>
      <div aria-hidden="true" className="flex h-2.5 gap-0.5">
        {counted.map(({ status, count }) => (
          <span key={status} className={barClass[toneOf(status)]} style={{ flexGrow: count }} />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm tabular-nums">
        {counted.map(({ status, count }) => (
          <li key={status} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={clsx("size-2", barClass[toneOf(status)])} />
            <span>{statuses[status].word}</span>
            <span>{count}</span>
          </li>
        ))}
      </ul>
      {!isInLog && (
        <ButtonLink href={`/messages?send=${send.send_id}`}>{words.openSend}</ButtonLink>
      )}
    </section>
  );
}

/** The send, fetched again while its messages change, one fetch at a time. */
function useSend(sendId: string): SendView | undefined {
  const client = useQueryClient();
  const onEvent = useCallback(
    (event: LiveEvent) => {
      if (event.kind === "messages" || event.kind === "refetch") {
        void client.invalidateQueries({ queryKey: ["send", sendId] }, { cancelRefetch: false });
      }
    },
    [client, sendId],
  );
  useLiveEvents(onEvent);
  const { data } = useQuery({
    queryKey: ["send", sendId],
    queryFn: () => panelFetch("/api/panel/sends/{send_id}", { send_id: sendId }),
    refetchInterval: ({ state }) => (hasOpenMessages(state.data) ? 5000 : false),
  });
  return data;
}

const open: readonly MessageStatus[] = ["scheduled", "queued", "sending", "sent", "unknown"];

function hasOpenMessages(send: SendView | undefined): boolean {
  return send === undefined || open.some((status) => (send.statuses[status] ?? 0) > 0);
}

const barClass = {
  ok: "bg-ok",
  bad: "bg-bad",
  warn: "bg-warn",
  info: "bg-info",
  mute: "bg-mute",
};

function toneOf(status: MessageStatus) {
  return statusTones[status];
}
