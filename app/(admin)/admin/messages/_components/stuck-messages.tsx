"use client";

import { useWords } from "@/components/language/use-words";
import { stuckDecisions } from "@/lib/administration/contract";
import { decideStuckAction } from "../actions";
import { stuckWords } from "../stuck-words";
import { DecideMessages } from "./decide-messages";
import type { DecidedRow } from "./decided-rows";

interface StuckMessagesProps {
  count: number;
  messages: readonly DecidedRow[];
}

/** The messages that should have left and are queued. */
export function StuckMessages(props: StuckMessagesProps) {
  const words = useWords(stuckWords);
  return (
    <DecideMessages
      {...props}
      id="stuck"
      words={words}
      decisions={stuckDecisions}
      dangerous="give_up"
      action={decideStuckAction}
    />
  );
}
