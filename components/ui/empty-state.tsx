import type { ReactNode } from "react";

/** Nothing here yet: says so in one line, then what to do about it. An instruction, not an illustration. */
export function EmptyState({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="max-w-[68ch] space-y-4 border-line border-t py-6">
      <h2 className="font-semibold text-md">{title}</h2>
      {children}
    </section>
  );
}
