"use client";

import { useWords } from "@/components/language/use-words";
import { decisions } from "@/lib/administration/contract";
import { settleMessagesAction } from "../actions";
import { unknownWords } from "../unknown-words";
import { DecideMessages } from "./decide-messages";
import type { DecidedRow } from "./decided-rows";

interface UnknownMessagesProps {
  count: number;
  messages: readonly DecidedRow[];
}

/** The messages whose carrier never said whether it has them. */
export function UnknownMessages(props: UnknownMessagesProps) {
  const words = useWords(unknownWords);
  return (
    <DecideMessages
      {...props}
      id="unknown"
      words={words}
      decisions={decisions}
      dangerous="refund"
      action={settleMessagesAction}
    />
  );
}
