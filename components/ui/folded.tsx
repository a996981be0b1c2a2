import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

interface FoldedProps {
  summary: ReactNode;
  /** Unfolded from the start, for what is inside is in force. */
  isOpen?: boolean;
  className?: string;
  children: ReactNode;
}

/** What is needed less often: one line that unfolds, with or without a script. */
export function Folded({ summary, isOpen, className, children }: FoldedProps) {
  return (
    <details className={clsx("group", className)} open={isOpen}>
      <summary className="inline-flex items-center gap-1 text-mute hover:text-ink max-sm:min-h-11">
        <ChevronRight
          className="size-4 transition-transform duration-120 group-open:rotate-90"
          aria-hidden="true"
        />
        {summary}
      </summary>
      {children}
    </details>
  );
}
