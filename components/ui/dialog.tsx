"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import type { Words } from "@/lib/language/language";
import { useWords } from "../language/use-words";

const closeWords: Words<string> = { en: "Close", pl: "Zamknij" };

interface DialogProps {
  isOpen: boolean;
  title: string;
  /** Called for Escape, the cross and the backdrop; keep `isOpen` true to refuse. */
  onClose: () => void;
  children: ReactNode;
}

/** The browser's own modal dialog: it traps focus, closes on Escape and gives focus back. */
export function Dialog({ isOpen, title, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const close = useWords(closeWords);

  useEffect(() => {
    const dialog = ref.current;
    if (isOpen && dialog && !dialog.open) dialog.showModal();
    if (!isOpen && dialog?.open) dialog.close();
  }, [isOpen]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key is Escape, which `onCancel` takes.
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-sheet border border-line bg-panel p-0 text-ink shadow-floating backdrop:bg-scrim"
    >
      {isOpen && (
        <div className="p-5">
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id={titleId} className="font-semibold text-lg">
              {title}
            </h2>
            <button
              type="button"
              onClick={onClose}
              aria-label={close}
              className="-m-2 grid size-9 place-items-center rounded-control text-mute hover:text-ink max-sm:size-11"
            >
              <X className="size-4" aria-hidden="true" />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
