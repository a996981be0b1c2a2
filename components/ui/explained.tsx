import type { ReactNode } from "react";

interface ExplainedProps {
  /** What it means, in a sentence. */
  meaning: string;
  /** At which side of the words there is room for it. */
  side?: "left" | "right";
  children: ReactNode;
}

/** Words that say what they mean when they are pressed, by mouse, finger or key: a `title` reaches the mouse alone. */
export function Explained({ meaning, side = "left", children }: ExplainedProps) {
  return (
    <details className="relative z-1 inline-block open:z-10" name="explained">
      <summary
        title={meaning}
        className="inline-flex cursor-help list-none items-center max-sm:min-h-11 [&::-webkit-details-marker]:hidden"
      >
        {children}
      </summary>
      <p
        className={`absolute top-full z-10 mt-1 w-max max-w-64 border border-control bg-paper p-2 text-ink text-sm shadow-floating ${side === "left" ? "left-0" : "right-0"}`}
      >
        {meaning}
      </p>
    </details>
  );
}
