import clsx from "clsx";
import { cellClass, type StageState } from "@/components/delivery-stages";

interface StripProps {
  states: readonly StageState[];
  className?: string;
  /** Whether the cells fill with the recording. */
  isRecorded?: boolean;
}

/** The log's delivery strip as a still. The text next to it has the same meaning, so screen readers skip it. */
export function Strip({ states, className = "h-1.5 w-10", isRecorded = false }: StripProps) {
  return (
    <span aria-hidden="true" className={clsx("inline-grid grid-cols-4 gap-0.5", className)}>
      {states.map((state, place) => (
        <span
          key={place}
          className={clsx("border", cellClass[state], isRecorded && `run-cell-${place + 1}`)}
        />
      ))}
    </span>
  );
}
