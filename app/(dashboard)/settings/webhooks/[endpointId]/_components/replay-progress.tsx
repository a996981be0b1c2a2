"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { cellClass } from "@/components/delivery-stages";
import { useWords } from "@/components/language/use-words";
import { Panel } from "@/components/ui/panel";
import type { ReplayProgress as Progress } from "@/lib/deliveries/contract";
import { panelFetch } from "../../../../_components/panel-fetch";
import { type EndpointWords, endpointWords } from "../words";

const askAgainMs = 1000;

interface ReplayProgressProps {
  endpointId: string;
  replayId: string;
}

/** How far a replay has come, asked for each second until nothing waits. */
export function ReplayProgress({ endpointId, replayId }: ReplayProgressProps) {
  const words = useWords(endpointWords).replay;
  const place = useRef<HTMLDivElement>(null);
  // The button that set it going went with its form.
  useEffect(() => place.current?.focus(), []);
  const { data, error } = useQuery({
    queryKey: ["replay", endpointId, replayId],
    queryFn: () =>
      panelFetch("/api/panel/webhook-endpoints/{endpoint_id}/replay/{replay_id}", {
        endpoint_id: endpointId,
        replay_id: replayId,
      }),
    refetchInterval: ({ state }) => (state.data?.pending === 0 || state.error ? false : askAgainMs),
    retry: false,
    staleTime: 0,
  });
  return (
    <div ref={place} tabIndex={-1} className="mb-5 outline-none">
      <Panel>
        <p role="status" className="font-medium">
          {error ? words.lost(error.message) : progressWords(data, words)}
        </p>
        {data && <Bar {...data} />}
        <p className="mt-2 font-mono text-mute text-sm">{replayId}</p>
      </Panel>
    </div>
  );
}

/** As wide as each part is large; in the marks of the delivery strip, so that grey print tells them apart. */
function Bar({ delivered, failed, pending }: Progress) {
  const parts = [
    { name: "delivered", count: delivered, state: "done" },
    { name: "failed", count: failed, state: "failed" },
    { name: "pending", count: pending, state: "empty" },
  ] as const;
  return (
    <div aria-hidden="true" className="mt-2 flex h-3 gap-0.5">
      {parts.map(({ name, count, state }) => (
        <span
          key={name}
          className={count > 0 ? `border ${cellClass[state]}` : "hidden"}
          style={{ flexGrow: count }}
        />
      ))}
    </div>
  );
}

function progressWords(progress: Progress | undefined, words: EndpointWords["replay"]): string {
  if (!progress) return words.going;
  const { total, delivered, failed, pending } = progress;
  const parts = [
    words.delivered(delivered, total),
    failed > 0 && words.failed(failed),
    pending > 0 && words.pending(pending),
  ];
  return `${parts.filter(Boolean).join(", ")}.`;
}
