"use client";

import { Check } from "lucide-react";
import { useWords } from "@/components/language/use-words";
import { Spinner } from "@/components/ui/spinner";
import { startWords } from "../start-words";
import type { Saving } from "./use-saving";

/** Whether what was typed is on the server. */
export function SaveState({ phase, failure }: Pick<Saving, "phase" | "failure">) {
  const words = useWords(startWords);
  return (
    <p role="status" className="flex min-h-5 items-center gap-1.5 text-mute text-sm">
      {failure && <span className="text-bad">{words.notSaved(failure.message)}</span>}
      {!failure && phase === "saving" && (
        <>
          <Spinner /> {words.saving}
        </>
      )}
      {!failure && phase === "saved" && (
        <>
          <Check className="size-3.5" aria-hidden="true" /> {words.saved}
        </>
      )}
    </p>
  );
}
