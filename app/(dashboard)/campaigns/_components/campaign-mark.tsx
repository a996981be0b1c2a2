import clsx from "clsx";
import type { ReactNode } from "react";
import type { CampaignStatus } from "@/lib/campaigns/contract";

const ring = <circle cx="8" cy="8" r="5.5" />;

// As those of messages: each differs in shape, so that they can be told apart without colour.
const shapes: Record<CampaignStatus, ReactNode> = {
  draft: <path d="M3 13l.8-3.2L11 2.6l2.4 2.4-7.2 7.2z" />,
  scheduled: (
    <>
      {ring}
      <path d="M8 5v3l2 1.5" />
    </>
  ),
  running: (
    <>
      {ring}
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  paused: <path d="M5.5 3v10M10.5 3v10" />,
  finished: <path d="M2.5 8.5 6.3 12.3 13.5 4.5" />,
  cancelled: (
    <>
      {ring}
      <path d="M4.2 11.8l7.6-7.6" />
    </>
  ),
};

const tones: Record<CampaignStatus, string> = {
  draft: "text-mute",
  scheduled: "text-info",
  running: "text-info",
  paused: "text-warn",
  finished: "text-ok",
  cancelled: "text-mute",
};

interface CampaignMarkProps {
  status: CampaignStatus;
  words: { word: string; meaning: string };
}

/** Glyph and word of a campaign's state. */
export function CampaignMark({ status, words: { word, meaning } }: CampaignMarkProps) {
  return (
    <span
      title={meaning}
      className={clsx("inline-flex items-center gap-1.5 font-medium", tones[status])}
    >
      <svg
        viewBox="0 0 16 16"
        className="size-3.5 shrink-0"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {shapes[status]}
      </svg>
      {word}
    </span>
  );
}
