"use client";

import { useState } from "react";
import { CostlyCharacters } from "./costly-characters";
import { useWords } from "./language/use-words";
import { segmentWords } from "./segment-words";

interface ReplaceCharactersProps {
  value: string;
  onChange: (value: string) => void;
  /** What of the value is looked at; all of it when left out. */
  text?: string;
  /** Makes a value of that text again. */
  restore?: (text: string) => string;
}

/** Offers look-alikes for the characters that turn a text into Unicode, and to take a replacement back. */
export function ReplaceCharacters({
  value,
  onChange,
  text = value,
  restore = (next) => next,
}: ReplaceCharactersProps) {
  const words = useWords(segmentWords);
  const [done, setDone] = useState<{ before: string; after: string; replaced: string }>();
  return (
    <>
      <CostlyCharacters
        text={text}
        onReplace={(next, replaced) => {
          const after = restore(next);
          setDone({ before: value, after, replaced });
          onChange(after);
        }}
      />
      {/* Whatever was typed since would be lost. */}
      {done?.after === value && (
        <p role="status" className="text-mute text-sm">
          {words.replaced(done.replaced)}{" "}
          <button
            type="button"
            className="link max-sm:min-h-11"
            onClick={() => onChange(done.before)}
          >
            {words.undo}
          </button>
        </p>
      )}
    </>
  );
}
