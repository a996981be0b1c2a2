import type { ReactNode } from "react";

interface AnchoredProps {
  id: string;
  title: string;
  /** What is said about it, beside its examples. */
  children: ReactNode;
  examples: ReactNode;
}

/** A part of the reference with an address of its own: text, and beside it the code that stays in sight. */
export function Anchored({ id, title, children, examples }: AnchoredProps) {
  return (
    <section
      aria-labelledby={id}
      className="mt-8 border-line border-t pt-6 min-[75rem]:grid min-[75rem]:grid-cols-[minmax(0,1fr)_26rem] min-[75rem]:gap-x-10"
    >
      <div className="min-w-0">
        <h3 id={id} className="group scroll-mt-6 font-semibold text-md">
          {title}{" "}
          <a
            href={`#${id}`}
            aria-label={`Link to “${title}”`}
            className="font-normal text-mute opacity-0 hover:text-ink focus-visible:opacity-100 group-hover:opacity-100"
          >
            #
          </a>
        </h3>
        {children}
      </div>
      <div className="min-w-0 min-[75rem]:sticky min-[75rem]:top-0 min-[75rem]:max-h-dvh min-[75rem]:self-start min-[75rem]:overflow-y-auto min-[75rem]:pb-6">
        {examples}
      </div>
    </section>
  );
}
