"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useAction } from "@/components/use-action";
import { cancelFromPanel } from "../actions";

/** Cancelling for one screen: what the last press came to, and the form action to give to buttons. */
export function useCancel() {
  const client = useQueryClient();
  const [outcome, cancel, isPending] = useAction(cancelFromPanel);
  // The stream says it too, unless it is broken just now.
  useEffect(() => {
    if (outcome) void client.invalidateQueries();
  }, [client, outcome]);
  return { outcome, cancel, isPending };
}

export type Cancelling = ReturnType<typeof useCancel>;
