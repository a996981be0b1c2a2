"use client";

import { useCallback, useState } from "react";
import type { LiveEvent } from "@/lib/messages/contract";
import { useCreditWorth } from "../credit-price";
import { useWords } from "../language/use-words";
import { useLiveEvents } from "./live-stream";
import { shellWords } from "./words";

/** The account's credits and what they are worth, kept current by the live stream. */
export function Balance({ credits }: { credits: number }) {
  const words = useWords(shellWords);
  const worth = useCreditWorth();
  const [live, setLive] = useState<{ credits: number; since: number }>();
  const onEvent = useCallback(
    (event: LiveEvent) => {
      if (event.kind === "balance") setLive({ credits: event.credits, since: credits });
    },
    [credits],
  );
  useLiveEvents(onEvent);
  // A page rendered later knows better than an event from before it.
  const shown = live && live.since === credits ? live.credits : credits;
  return (
    <p className="flex flex-col items-end tabular-nums leading-tight sm:flex-row sm:items-baseline sm:gap-2">
      <span className="font-mono text-sm" data-testid="balance">
        {words.credits(shown)}
      </span>
      <span className="text-mute text-xs" data-testid="balance-worth">
        {worth(shown)}
      </span>
    </p>
  );
}
