"use client";

import { Plus } from "lucide-react";
import { useWords } from "./language/use-words";
import { linkFieldWords } from "./link-field-words";

interface LinkButtonProps {
  /** Takes what is inserted, and how far from its end the address belongs. */
  onInsert: (written: string, before: number) => void;
}

/** Puts a short link into a text, where its address is then pasted, and says what it is for. */
export function LinkButton({ onInsert }: LinkButtonProps) {
  const words = useWords(linkFieldWords);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-mute text-sm">
      <button
        type="button"
        onClick={() => onInsert("{{link:}}", "}}".length)}
        className="inline-flex h-7 items-center gap-1 rounded-control border border-control px-2 text-ink hover:bg-petrol/15 max-sm:h-11"
      >
        <Plus className="size-3.5 shrink-0" aria-hidden="true" />
        {words.insert}
      </button>
      <span>{words.hint}</span>
    </p>
  );
}
