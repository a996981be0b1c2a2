"use client";

import clsx from "clsx";
import { type LiveState, useLiveState } from "@/components/shell/live-stream";

const looks: Record<LiveState, { word: string; dot: string; meaning: string }> = {
  connecting: {
    word: "Connecting",
    dot: "border-control",
    meaning: "Opening the live connection.",
  },
  live: { word: "Live", dot: "border-ok bg-ok", meaning: "Changes appear as they happen." },
  reconnecting: {
    word: "Reconnecting",
    dot: "border-warn",
    meaning: "The connection broke. What happens meanwhile is shown once it is back.",
  },
  paused: { word: "Paused", dot: "border-control", meaning: "Resumes when this tab is looked at." },
};

/** Whether what is on the screen is current. */
export function LiveDot() {
  const { word, dot, meaning } = looks[useLiveState()];
  return (
    <span role="status" title={meaning} className="mr-2 inline-flex items-center gap-2 text-mute">
      <span aria-hidden="true" className={clsx("size-2 rounded-full border-2", dot)} />
      {word}
    </span>
  );
}
