import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { buttonClass } from "./button-class";

interface FoldedProps {
  summary: ReactNode;
  /** Open from the start, because what is inside applies. */
  isOpen?: boolean;
  /** The summary looks like a button: what is inside is what a screen is for. */
  isButton?: boolean;
  className?: string;
  children: ReactNode;
}

/** What is needed less often: one line that opens, with or without a script. */
export function Folded({ summary, isOpen, isButton, className, children }: FoldedProps) {
  return (
    <details className={clsx("group", className)} open={isOpen}>
      <summary
        className={
          isButton
            ? buttonClass()
            : "inline-flex items-center gap-1 text-mute hover:text-ink max-sm:min-h-11"
        }
      >
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
