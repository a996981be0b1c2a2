"use client";

import clsx from "clsx";
import { type ReactNode, useEffect, useRef } from "react";

interface ModalProps {
  isOpen: boolean;
  /** The id of the heading that names it. */
  titleId: string;
  /** Called for Escape and the backdrop; keep `isOpen` true to refuse. */
  onClose: () => void;
  /** Where it stands and how large it is. */
  className: string;
  children: ReactNode;
}

/** The browser's own modal dialog: it traps focus, closes on Escape and gives focus back. */
export function Modal({ isOpen, titleId, onClose, className, children }: ModalProps) {
  const ref = useRef<HTMLDialogElement>(null);
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
        // One that lies in this one is cancelled by itself.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className={clsx("border-line p-0 text-ink shadow-floating backdrop:bg-scrim", className)}
    >
      {isOpen && children}
    </dialog>
  );
}
