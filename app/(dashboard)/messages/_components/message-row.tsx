"use client";

import Link from "next/link";
import { useState } from "react";
import { StatusBadge } from "@/components/status-badge";
import { Time } from "@/components/ui/time";
import type { MessageView } from "@/lib/messages/contract";
import { CancelButton } from "./cancel-button";

const cell = "px-3 py-2 align-top first:pl-0 last:pr-0 max-sm:block max-sm:p-0";
const number = "text-right font-mono tabular-nums";

/** One message of the log. A change washes over the row once; the whole row leads to the message. */
export function MessageRow({ message, isFresh }: { message: MessageView; isFresh: boolean }) {
  const [firstStatus] = useState(isFresh ? null : message.status);
  const hasChanged = message.status !== firstStatus;
  return (
    <tr className="relative isolate border-line border-b last:border-b-0 hover:bg-panel max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-x-3 max-sm:gap-y-1 max-sm:py-3">
      <td className={`${cell} max-sm:order-2 max-sm:justify-self-end`}>
        {hasChanged && (
          <span
            key={message.status}
            aria-hidden="true"
            className="-z-10 pointer-events-none absolute inset-0 animate-wash"
          />
        )}
        <StatusBadge status={message.status} />
      </td>
      <td className={`${cell} font-mono tabular-nums max-sm:order-1`}>
        <Link
          href={`/messages/${message.message_id}`}
          prefetch={false}
          className="after:absolute after:inset-0 hover:underline max-sm:font-medium"
        >
          {message.to}
        </Link>
      </td>
      <td className={`${cell} truncate max-md:hidden max-sm:hidden`}>{message.from}</td>
      <td className={`${cell} max-sm:order-3`} dir="auto" lang="">
        <p className="truncate max-sm:text-mute">{firstLine(message.body)}</p>
      </td>
      <td className={`${cell} ${number} max-lg:hidden max-sm:hidden`}>{message.segments}</td>
      <td className={`${cell} ${number} max-md:hidden max-sm:hidden`}>{message.credits}</td>
      <td className={`${cell} text-right text-mute max-sm:order-4`}>
        <When message={message} />
      </td>
    </tr>
  );
}

function When({ message }: { message: MessageView }) {
  if (message.status !== "scheduled") return <Time at={message.created_at} />;
  return (
    <span className="relative inline-flex flex-col items-end gap-1">
      <Time at={message.scheduled_at ?? message.created_at} />
      <CancelButton message={message} isCompact />
    </span>
  );
}

function firstLine(body: string): string {
  return body.trimStart().split("\n", 1)[0] ?? "";
}
