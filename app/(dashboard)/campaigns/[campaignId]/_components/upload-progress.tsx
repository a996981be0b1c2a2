"use client";

import { useWords } from "@/components/language/use-words";
import { Notice } from "@/components/ui/notice";
import { recipientWords } from "../recipient-words";
import type { Upload } from "./use-upload";

/** How far an upload is, with the way to stop it; or why it was not taken. */
export function UploadProgress({ state, cancel }: Pick<Upload, "state" | "cancel">) {
  const words = useWords(recipientWords);
  if (state.phase === "idle") return null;
  if (state.phase === "failed") {
    return (
      <div className="mb-4">
        <Notice tone="bad" role="alert" title={state.sentence} />
      </div>
    );
  }
  const label = state.phase === "sending" ? words.uploading(state.percent) : words.reading;
  return (
    <div className="space-y-1.5 py-2">
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="tabular-nums">{label}</span>
        <button type="button" className="link max-sm:min-h-11" onClick={cancel}>
          {words.cancel}
        </button>
      </p>
      <progress
        aria-label={label}
        max={100}
        value={state.phase === "sending" ? state.percent : undefined}
        className="h-2 w-full accent-petrol"
      />
    </div>
  );
}
