import { X } from "lucide-react";
import type { Recipient } from "./sum-recipients";

interface RecipientChipProps {
  recipient: Recipient;
  removeLabel: string;
  onRemove: () => void;
}

/** One number as it was understood, beside what was written where the two differ. */
export function RecipientChip({ recipient, removeLabel, onRemove }: RecipientChipProps) {
  const { written, to, isCorrected } = recipient;
  return (
    <li className="flex min-w-0 items-center gap-1 rounded-control border border-line bg-panel pl-2 text-sm">
      <span className="wrap-anywhere min-w-0 py-0.5 font-mono">
        {isCorrected && <span className="text-mute">{written} → </span>}
        {to}
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
