"use client";

import clsx from "clsx";
import { useWords } from "@/components/language/use-words";
import { type LiveState, useLiveState } from "@/components/shell/live-stream";
import { Explained } from "@/components/ui/explained";
import { liveWords } from "./live-words";

const dots: Record<LiveState, string> = {
  connecting: "border-control",
  live: "border-ok bg-ok",
  reconnecting: "border-warn",
  polling: "border-warn",
  paused: "border-control",
  offline: "border-bad",
  signedOut: "border-bad",
  outdated: "border-warn",
};

/** Whether what is on the screen is current. */
export function LiveDot() {
  const state = useLiveState();
  const { word, meaning } = useWords(liveWords)[state];
  return (
    <Explained meaning={meaning} side="right">
      <span role="status" className="mr-2 inline-flex items-center gap-2 text-mute">
        <span aria-hidden="true" className={clsx("size-2 rounded-full border-2", dots[state])} />
        {word}
      </span>
    </Explained>
  );
}
