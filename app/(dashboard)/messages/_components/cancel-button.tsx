"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useActionState, useEffect } from "react";
import { countWords } from "@/components/status-words";
import { Button } from "@/components/ui/button";
import type { MessageView } from "@/lib/messages/contract";
import { cancelFromPanel } from "../actions";

interface CancelButtonProps {
  message: MessageView;
  /** A plain word, for rows. */
  isCompact?: boolean;
}

/** Stops a message that waits for its time, and says beforehand what comes back. */
export function CancelButton({ message, isCompact = false }: CancelButtonProps) {
  const client = useQueryClient();
  const [state, cancel, isPending] = useActionState(cancelFromPanel, null);
  useEffect(() => {
    if (state) void client.invalidateQueries();
  }, [client, state]);
  const label = `Cancel, ${countWords(message.credits, "credit")} back`;
  return (
    <form action={cancel}>
      <input type="hidden" name="message_id" value={message.message_id} />
      {isCompact ? (
        <button type="submit" disabled={isPending} title={label} className="link max-sm:min-h-11">
          Cancel<span className="sr-only"> {message.to}</span>
        </button>
      ) : (
        <Button type="submit" variant="danger" isBusy={isPending}>
          {label}
        </Button>
      )}
      {state?.ok === false && (
        <p role="alert" className="text-bad text-sm">
          {state.message}
        </p>
      )}
    </form>
  );
}
