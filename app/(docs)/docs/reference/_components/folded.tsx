import type { ReactNode } from "react";

/** Details that most readers skip: one line until it is opened. */
export function Folded({ summary, children }: { summary: ReactNode; children: ReactNode }) {
  return (
    <details className="mt-4 border-line border-y open:border-b-0">
      <summary className="flex min-h-11 flex-wrap items-center gap-x-3 py-2">{summary}</summary>
      {children}
    </details>
  );
}
