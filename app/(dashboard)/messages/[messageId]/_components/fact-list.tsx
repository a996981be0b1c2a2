import type { ReactNode } from "react";
import { useWords } from "@/components/language/use-words";
import { OutsideText } from "@/components/outside-text";
import { CopyButton } from "@/components/ui/copy-button";
import { messageWords } from "../words";

export type Fact = [term: string, fact: ReactNode];

/** Terms and what they are for one message, a hairline between them. */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <dl>
      {facts.map(([term, fact]) => (
        <div
          key={term}
          className="grid grid-cols-[8rem_minmax(0,1fr)] max-sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-baseline gap-x-4 border-line border-b py-1.5 last:border-b-0"
        >
          <dt className="text-mute">{term}</dt>
          <dd className="wrap-anywhere min-w-0">{fact}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A fact that is there or not. */
export function optionalFact(
  term: string,
  value: string | null,
  show: (value: string) => ReactNode,
): Fact[] {
  return value === null ? [] : [[term, show(value)]];
}

/** An id or number, ready to copy. */
export function CopiedFact({ text, label }: { text: string; label: string }) {
  const words = useWords(messageWords);
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <OutsideText className="min-w-0 font-mono text-sm" text={text} />
      <CopyButton text={text} label={words.copy(label)} isCompact className="max-sm:-my-3" />
    </span>
  );
}
