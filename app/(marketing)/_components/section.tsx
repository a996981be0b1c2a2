import type { ReactNode } from "react";

interface SectionProps {
  id: string;
  title: string;
  lead?: string | undefined;
  children: ReactNode;
  /** Puts the heading above its content, for tables. */
  isWide?: boolean;
}

/** A stage of the front page: what it says, and the product's own part that shows it. */
export function Section({ id, title, lead, children, isWide = false }: SectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="offscreen-later mt-14 grid grid-cols-1 gap-x-14 gap-y-5 md:grid-cols-12"
    >
      <div className={isWide ? "md:col-span-12" : "md:col-span-4"}>
        <h2 id={`${id}-title`} className="font-semibold text-lg">
          {title}
        </h2>
        {lead && <p className="mt-1 max-w-[68ch] text-md text-mute">{lead}</p>}
      </div>
      <div className={isWide ? "min-w-0 md:col-span-12" : "min-w-0 md:col-span-8"}>{children}</div>
    </section>
  );
}
