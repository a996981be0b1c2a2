"use client";

import clsx from "clsx";
import { useLanguage, useWords } from "@/components/language/use-words";
import { statusWords } from "@/components/status-words";
import { numberWords } from "@/lib/language/count-words";
import { partClass } from "../../_components/split-bar";
import type { Part, PartName } from "../../progress-parts";
import { runWords } from "../run-words";

/** The parts of the bar in words and numbers. */
export function PartLegend({ parts }: { parts: readonly Part[] }) {
  const language = useLanguage();
  const statuses = useWords(statusWords);
  const words = useWords(runWords);
  const wordOf = (name: PartName) =>
    name === "waiting" || name === "opted_out" || name === "not_sent"
      ? words.parts[name]
      : statuses[name].word;
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm tabular-nums">
      {parts.map(({ name, count }) => (
        <li key={name} className="flex items-center gap-1.5">
          <span aria-hidden="true" className={clsx("size-3", partClass[name])} />
          <span>{wordOf(name)}</span>
          <span className="font-medium">{numberWords(language, count)}</span>
        </li>
      ))}
    </ul>
  );
}
