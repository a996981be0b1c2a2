"use client";

import { Plus } from "lucide-react";
import { useWords } from "@/components/language/use-words";
import { textWords } from "../text-words";

interface VariableButtonsProps {
  names: readonly string[];
  onInsert: (name: string) => void;
}

/** A button for each variable that the rows have, and how to write what stands for a missing value. */
export function VariableButtons({ names, onInsert }: VariableButtonsProps) {
  const words = useWords(textWords);
  if (names.length === 0) return <p className="text-mute text-sm">{words.noVariables}</p>;
  return (
    <div className="space-y-2">
      <ul aria-label={words.insert} className="flex flex-wrap gap-1.5">
        {names.map((name) => (
          <li key={name} className="min-w-0">
            <button
              type="button"
              onClick={() => onInsert(name)}
              aria-label={words.insertOf(name)}
              className="inline-flex h-7 max-w-full items-center gap-1 rounded-control border border-control bg-petrol/15 px-2 font-mono text-sm hover:bg-petrol/25 max-sm:h-11"
            >
              <Plus className="size-3.5 shrink-0" aria-hidden="true" />
              <bdi translate="no" className="truncate">{`{{${name}}}`}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <p className="text-mute text-sm">
        <code className="font-mono">{words.fallbackExample}</code> {words.fallback}
      </p>
    </div>
  );
}
