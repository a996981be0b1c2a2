"use client";

import clsx from "clsx";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { durationWords } from "@/components/charts/duration-words";
import { useLanguage, useWords } from "@/components/language/use-words";
import { startWords } from "../words";
import { wholeSecondsMs } from "./use-elapsed-ms";

interface StepProps {
  number: number;
  title: string;
  /** When it happened; null is not yet. */
  doneAt: string | null;
  /** When the clock began. */
  since: string;
  children: ReactNode;
}

/** A step: its number until it has happened, then a tick and how long after signing up that was. */
export function Step({ number, title, doneAt, since, children }: StepProps) {
  const words = useWords(startWords);
  const language = useLanguage();
  const isDone = doneAt !== null;
  const elapsedMs = isDone ? Date.parse(doneAt) - Date.parse(since) : 0;
  return (
    <li
      data-step={number}
      data-done={isDone}
      className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 border-line border-t py-5 last:border-b"
    >
      <span
        aria-hidden="true"
        className={clsx(
          "grid size-7 place-items-center border font-mono text-sm",
          isDone ? "border-ink bg-ink text-paper" : "border-control text-mute",
        )}
      >
        {isDone ? <Check className="size-4" /> : number}
      </span>
      <div className="min-w-0">
        <h2 className="mb-1 flex min-h-7 flex-wrap items-center gap-x-3 font-semibold text-md">
          {title}
          {isDone && (
            <span className="font-normal text-mute text-sm">
              <span className="sr-only">{words.done}, </span>
              {words.took(durationWords(language, wholeSecondsMs(elapsedMs)))}
            </span>
          )}
        </h2>
        {children}
      </div>
    </li>
  );
}
