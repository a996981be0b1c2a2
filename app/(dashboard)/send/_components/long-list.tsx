import { useEffect, useRef } from "react";
import { useWords } from "@/components/language/use-words";
import { recipientWords } from "../recipient-words";
import { sendWords } from "../words";

interface LongListProps {
  value: string;
  count: number;
  /** The id of what is said of the list. */
  describedBy: string | undefined;
  onClear: () => void;
}

/** Stands for a list that is too long to be shown line by line: how many numbers it has, and the way back to the field. */
export function LongList({ value, count, describedBy, onClear }: LongListProps) {
  const words = useWords(recipientWords);
  const { to } = useWords(sendWords);
  const section = useRef<HTMLElement>(null);
  // The field that was pasted into is gone, and the focus with it.
  useEffect(() => {
    if (document.activeElement === document.body) section.current?.focus();
  }, []);
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-label={to}
      className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 rounded-control border border-control bg-panel px-2.5 py-1 max-sm:min-h-11"
    >
      <span className="tabular-nums">{words.pasted(count)}</span>
      <button
        type="button"
        className="link text-sm max-sm:min-h-11"
        onClick={onClear}
        aria-describedby={describedBy}
      >
        {words.clear}
      </button>
      <input type="hidden" name="to" value={value} />
    </section>
  );
}
