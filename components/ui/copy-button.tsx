"use client";

import clsx from "clsx";
import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import type { Words } from "@/lib/language/language";
import { useWords } from "../language/use-words";
import { buttonClass } from "./button-class";

interface CopyButtonProps {
  /** The text, or a way to get it when it is wanted. */
  text: string | (() => string | Promise<string>);
  label?: string;
  /** Only the sign; `label` is still what is read out. */
  isCompact?: boolean;
  className?: string;
  onCopied?: () => void;
}

/** Copies a text, and says so to eyes and to screen readers. */
export function CopyButton({
  text,
  label: given,
  isCompact = false,
  className,
  onCopied,
}: CopyButtonProps) {
  const words = useWords(copyWords);
  const label = given ?? words.copy;
  const [outcome, setOutcome] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (outcome === "idle") return;
    const timer = setTimeout(() => setOutcome("idle"), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const Icon = outcome === "copied" ? Check : Copy;
  return (
    <>
      <button
        type="button"
        aria-label={isCompact ? label : undefined}
        title={isCompact ? label : undefined}
        onClick={async () => {
          const isCopied = await copyText(typeof text === "string" ? text : text());
          setOutcome(isCopied ? "copied" : "refused");
          if (isCopied) onCopied?.();
        }}
        className={
          isCompact
            ? clsx(
                "inline-grid size-6 shrink-0 place-items-center rounded-control text-mute hover:text-ink max-sm:size-11",
                className,
              )
            : clsx(buttonClass("quiet"), className)
        }
      >
        <Icon className="size-3.5" aria-hidden="true" />
        {!isCompact && <span>{words[outcome] ?? label}</span>}
      </button>
      <span role="status" className="sr-only">
        {words[outcome]}
      </span>
    </>
  );
}

const en = {
  copy: "Copy",
  idle: undefined,
  copied: "Copied",
  refused: "Couldn't copy. Select the text and copy it manually.",
};

const copyWords: Words<typeof en> = {
  en,
  pl: {
    copy: "Kopiuj",
    idle: undefined,
    copied: "Skopiowano",
    refused: "Nie skopiowano: zaznacz ręcznie",
  },
};

/** The clipboard API needs https or localhost; an installation on a plain intranet address has only the old way. */
async function copyText(text: string | Promise<string>): Promise<boolean> {
  if (navigator.clipboard) {
    return writeToClipboard(text).then(
      () => true,
      () => false,
    );
  }
  const area = document.createElement("textarea");
  area.value = await text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand("copy");
  area.remove();
  return isCopied;
}

/** A text still on its way is promised to the clipboard at once: Safari forgets the press while we wait. */
function writeToClipboard(text: string | Promise<string>): Promise<void> {
  if (typeof text === "string") return navigator.clipboard.writeText(text);
  const blob = text.then((value) => new Blob([value], { type: "text/plain" }));
  return navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
}
