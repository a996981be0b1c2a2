"use client";

import { X } from "lucide-react";
import { type ReactNode, useId } from "react";
import type { Words } from "@/lib/language/language";
import { useWords } from "../language/use-words";
import { Modal } from "./modal";

const closeWords: Words<string> = { en: "Close", pl: "Zamknij" };

interface DialogProps {
  isOpen: boolean;
  title: string;
  /** Called for Escape, the cross and the backdrop; keep `isOpen` true to refuse. */
  onClose: () => void;
  children: ReactNode;
}

/** A question in the middle of the screen, with a title and a cross. */
export function Dialog({ isOpen, title, onClose, children }: DialogProps) {
  const titleId = useId();
  const close = useWords(closeWords);

  return (
    <Modal
      isOpen={isOpen}
      titleId={titleId}
      onClose={onClose}
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-sheet border bg-panel"
    >
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
    </Modal>
  );
}
