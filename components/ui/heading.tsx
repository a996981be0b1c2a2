import type { ReactNode } from "react";

interface HeadingProps {
  title: string;
  /** One line under the title. */
  lead?: ReactNode;
  /** Actions at the right end. */
  actions?: ReactNode;
}

/** The title of a screen: one per page. */
export function PageHeading({ title, lead, actions }: HeadingProps) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 className="font-semibold text-xl">{title}</h1>
        {lead && <p className="mt-1 max-w-[68ch] text-mute">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

/** The title of a part of a screen, with the hairline that starts it. */
export function SectionHeading({ title, lead, actions }: HeadingProps) {
  return (
    <header className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2 border-line border-t pt-3">
      <div className="min-w-0">
        <h2 className="font-semibold text-md">{title}</h2>
        {lead && <p className="max-w-[68ch] text-mute">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
