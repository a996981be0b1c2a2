"use client";

import { useMemo, useState } from "react";
import { useWords } from "@/components/language/use-words";
import type { MessageView } from "@/lib/messages/contract";
import { logWords } from "../words";
import type { Density } from "./density";
import { MessageRow } from "./message-row";
import { rowGrid } from "./row-grid";
import type { Cancelling } from "./use-cancel";
import { useRowClicks } from "./use-row-clicks";
import { useSlide } from "./use-slide";

const columns = [
  { name: "state", className: "" },
  { name: "to", className: "" },
  { name: "from", className: "@max-4xl:hidden" },
  { name: "text", className: "" },
  { name: "segments", className: "text-right @max-4xl:hidden" },
  { name: "credits", className: "text-right @max-3xl:hidden" },
  { name: "time", className: "text-right" },
] as const;

interface MessageTableProps extends Pick<Cancelling, "cancel" | "isPending"> {
  rows: readonly MessageView[];
  density: Density;
  openId: string | null;
  onOpen: (messageId: string) => void;
}

/** The rows of the log; where there is little room, on phones first of all, a list of two lines each. */
export function MessageTable({ rows, density, openId, onOpen, ...cancelling }: MessageTableProps) {
  const words = useWords(logWords);
  const ids = useMemo(() => rows.map(({ message_id }) => message_id), [rows]);
  const body = useSlide(ids);
  useRowClicks(body);
  // Rows that come later are new to the reader, too, and are marked once.
  const [first] = useState(() => new Set(ids));
  return (
    <div
      data-density={density}
      className="group/log @container overflow-clip [overflow-clip-margin:4px]"
    >
      <table className="block border-line border-b text-sm">
        <caption className="sr-only">{words.caption}</caption>
        <thead className="relative z-1 block bg-paper @max-xl:sr-only">
          <tr className={`${rowGrid} border-line border-b`}>
            {columns.map(({ name, className }) => (
              <th
                key={name}
                scope="col"
                className={`px-3 pb-2 text-left font-medium text-mute first:pl-0 last:pr-0 ${className}`}
              >
                {words.columns[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody
          ref={body}
          className="flex flex-col before:mb-[var(--pulled,0px)] before:content-['']"
        >
          {rows.map((message) => (
            <MessageRow
              key={message.message_id}
              message={message}
              isFresh={!first.has(message.message_id)}
              isOpen={openId === message.message_id}
              onOpen={onOpen}
              {...cancelling}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
