"use client";

import Link from "next/link";
import { useCallback, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { useLiveEvents } from "@/components/shell/live-stream";
import { SectionHeading } from "@/components/ui/heading";
import type { LiveEvent, MessageView } from "@/lib/messages/contract";
import { LiveDot } from "../../_components/live-dot";
import { MessageLine } from "../../_components/message-line";
import { panelFetch } from "../../_components/panel-fetch";
import { overviewWords } from "../words";
import { mergeLatest } from "./merge-latest";

const shown = 8;

interface LatestMessagesProps {
  initial: MessageView[];
  /** The account is still being led through its first steps. */
  isGuided: boolean;
}

/** The newest messages, live and test, as they come and change. */
export function LatestMessages({ initial, isGuided }: LatestMessagesProps) {
  const words = useWords(overviewWords);
  const [rows, setRows] = useState(initial);
  const onEvent = useCallback((event: LiveEvent) => {
    if (event.kind === "messages") {
      setRows((known) => mergeLatest(known, event.messages, shown));
    }
    if (event.kind === "refetch") {
      panelFetch("/api/panel/messages", {}, `?limit=${shown}`).then(
        ({ data }) => setRows((known) => mergeLatest(known, data, shown)),
        // What is known stays on the screen; the next change brings the rest.
        () => undefined,
      );
    }
  }, []);
  useLiveEvents(onEvent);
  return (
    <section>
      <SectionHeading
        title={words.latest}
        actions={
          <>
            <LiveDot />
            {isGuided && (
              <Link href="/start" className="link mr-3 max-sm:py-3">
                {words.start}
              </Link>
            )}
            <Link href="/messages" className="link max-sm:py-3">
              {words.all}
            </Link>
          </>
        }
      />
      <ul className="@container border-line border-t">
        {rows.map((message) => (
          <li key={message.message_id} className="border-line border-b">
            <MessageLine message={message} />
          </li>
        ))}
      </ul>
    </section>
  );
}
