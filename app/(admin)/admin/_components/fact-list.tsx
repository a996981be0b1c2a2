import type { ReactNode } from "react";

/** Terms and what is known of each; those of which nothing is known are left out. */
export function FactList({
  facts,
}: {
  facts: readonly (readonly [term: string, fact: ReactNode])[];
}) {
  return (
    <dl className="border-line border-t">
      {facts
        .filter(([, fact]) => fact !== null && fact !== "")
        .map(([term, fact]) => (
          <div
            key={term}
            className="grid grid-cols-[9rem_minmax(0,1fr)] gap-x-4 border-line border-b py-1.5"
          >
            <dt className="text-mute">{term}</dt>
            <dd className="wrap-anywhere min-w-0">{fact}</dd>
          </div>
        ))}
    </dl>
  );
}
