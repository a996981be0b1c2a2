"use client";

import { ArrowUp } from "lucide-react";
import { useEffect, useState } from "react";
import { useWords } from "@/components/language/use-words";
import { logWords } from "../words";

/** How often a screen reader is told the count at most. */
const spokenEveryMs = 2000;

/** "12 new": messages that came while the reader was further down. It floats, so that nothing moves for it. */
export function NewPill({ count, onShow }: { count: number; onShow: () => void }) {
  const words = useWords(logWords);
  const spoken = useSlowed(count);
  return (
    <>
      <p role="status" className="sr-only">
        {spoken > 0 && words.freshSpoken(spoken)}
      </p>
      {count > 0 && (
        <div className="pointer-events-none sticky top-16 z-10 h-0">
          <button
            type="button"
            onClick={onShow}
            className="pointer-events-auto mx-auto flex h-8 items-center gap-1.5 rounded-bubble bg-citron px-3 font-medium text-marker-ink shadow-floating max-sm:h-11"
          >
            <ArrowUp className="size-4" aria-hidden="true" />
            {words.fresh(count)}
          </button>
        </div>
      )}
    </>
  );
}

function useSlowed(count: number): number {
  const [slow, setSlow] = useState(count);
  const isBehind = slow !== count;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(() => setSlow(count), spokenEveryMs);
    return () => clearTimeout(timer);
    // A count that goes on rising must not put the telling off for ever.
  }, [isBehind]);
  return count === 0 ? 0 : slow;
}
