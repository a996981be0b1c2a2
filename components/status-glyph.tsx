import type { ReactNode } from "react";
import type { MessageStatus } from "@/lib/messages/status";

const ring = <circle cx="8" cy="8" r="5.5" />;

// Each differs in shape, not only in colour, so that they can be told apart in print and by everyone.
const shapes: Record<MessageStatus, ReactNode> = {
  scheduled: (
    <>
      {ring}
      <path d="M8 5v3l2 1.5" />
    </>
  ),
  queued: ring,
  sending: (
    <>
      {ring}
      <path d="M8 2.5a5.5 5.5 0 0 1 0 11z" fill="currentColor" />
    </>
  ),
  sent: <path d="M2.5 8h10.5M9 4l4 4-4 4" />,
  unknown: <path d="M5.2 6a2.8 2.8 0 1 1 4.4 2.3C8.5 9 8 9.4 8 10.5M8 13.2v.1" />,
  delivered: <path d="M2.5 8.5 6.3 12.3 13.5 4.5" />,
  failed: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" />,
  expired: (
    <>
      <path d="M2.5 2.5h11v11h-11z" />
      <path d="M8 5v3.2h2.5" />
    </>
  ),
  bounced: <path d="M2.5 4 7 12l5.5-7.5M8.7 4.2l3.9.2.3 3.9" />,
  cancelled: (
    <>
      {ring}
      <path d="M4.2 11.8l7.6-7.6" />
    </>
  ),
};

/** The mark of a state. Always with its word beside it, so it is hidden from screen readers. */
export function StatusGlyph({ status, className }: { status: MessageStatus; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={className ?? "size-3.5 shrink-0"}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shapes[status]}
    </svg>
  );
}
