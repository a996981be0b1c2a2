"use client";

import { useSyncExternalStore } from "react";
import { absoluteTime } from "@/components/ui/time-words";

/** A moment of a time line, to the millisecond, on the reader's clock once the browser has taken over. */
export function EventTime({ at }: { at: string }) {
  const isBrowser = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
  const zone = isBrowser ? {} : { timeZone: "UTC" };
  const clock = new Intl.DateTimeFormat("en-GB", {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    fractionalSecondDigits: 3,
    ...zone,
  });
  return (
    <time
      dateTime={at}
      title={absoluteTime(at, zone.timeZone)}
      className="font-mono text-mute text-sm tabular-nums"
    >
      {clock.format(new Date(at))}
    </time>
  );
}
