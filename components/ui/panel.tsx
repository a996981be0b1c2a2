import clsx from "clsx";
import type { ReactNode } from "react";

/** A sheet with a hairline around it. For things that are one object; sections need only a heading. */
export function Panel({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={clsx("rounded-sheet border border-line bg-panel", className ?? "p-4")}>
      {children}
    </div>
  );
}
