import type { ReactNode } from "react";

interface DraftPartProps {
  id: string;
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** One of the four parts of a draft: its name at the left end of its hairline, what belongs to it beside that. */
export function DraftPart({ id, title, aside, children }: DraftPartProps) {
  return (
    <section
      aria-labelledby={id}
      className="grid grid-cols-1 gap-x-8 gap-y-4 border-line border-t pt-4 pb-10 lg:grid-cols-[9rem_minmax(0,1fr)]"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 lg:block">
        <h2 id={id} className="font-semibold text-md">
          {title}
        </h2>
        {aside}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
