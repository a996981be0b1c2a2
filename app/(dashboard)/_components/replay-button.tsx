"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useWords } from "@/components/language/use-words";
import { Button } from "@/components/ui/button";
import { useAction } from "@/components/use-action";
import type { DeliveryView } from "@/lib/deliveries/contract";
import type { Words } from "@/lib/language/language";
import { replayOneAction } from "../settings/webhooks/[endpointId]/actions";

const en = { again: "Replay", to: (place: string) => ` to ${place}`, going: "Queued." };

const replayWords: Words<typeof en> = {
  en,
  pl: { again: "Wyślij ponownie", to: (place) => ` do ${place}`, going: "W drodze." },
};

interface ReplayButtonProps {
  delivery: Pick<DeliveryView, "endpoint_id" | "event_id">;
  /** Which one, where there are several on the screen. */
  to?: string;
}

/** Sends one event to one endpoint once more, and says that it is on its way or why not. */
export function ReplayButton({ delivery: { endpoint_id, event_id }, to }: ReplayButtonProps) {
  const words = useWords(replayWords);
  const client = useQueryClient();
  const [state, action, isPending] = useAction(replayOneAction);
  // The stream says it too, unless it is broken just now.
  useEffect(() => {
    if (state?.ok) void client.invalidateQueries();
  }, [client, state]);
  return (
    <form action={action} className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <input type="hidden" name="endpoint_id" value={endpoint_id} />
      <input type="hidden" name="event_id" value={event_id} />
      <Button type="submit" isBusy={isPending}>
        {words.again}
        {to && <span className="sr-only">{words.to(to)}</span>}
      </Button>
      <span role="status" className={state?.ok === false ? "text-bad" : "text-mute"}>
        {state?.ok && words.going}
        {state?.ok === false && state.message}
      </span>
    </form>
  );
}
