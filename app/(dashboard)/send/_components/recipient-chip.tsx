import clsx from "clsx";
import { X } from "lucide-react";

interface RecipientChipProps {
  number: string;
  /** Why nothing can be sent to it; null when it can, or while nobody knows. */
  reason: string | null;
  removeLabel: string;
  onRemove: () => void;
}

/** One number as it was understood; a bad one takes a line and says why. */
export function RecipientChip({ number, reason, removeLabel, onRemove }: RecipientChipProps) {
  return (
    <li
      className={clsx(
        "flex min-w-0 items-center gap-1 rounded-control border bg-panel pl-2 text-sm",
        reason ? "w-full border-bad border-l-4" : "border-line",
      )}
    >
      <span className="min-w-0 py-0.5">
        <span className={clsx("wrap-anywhere font-mono", reason && "text-bad")}>{number}</span>
        {reason && <span className="block text-mute">{reason}</span>}
      </span>
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="ml-auto grid size-6 shrink-0 place-items-center rounded-control text-mute hover:text-ink max-sm:size-11"
      >
        <X className="size-3.5" aria-hidden="true" />
      </button>
    </li>
  );
}
