"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useWords } from "../language/use-words";
import { OutsideText } from "../outside-text";
import { CopyButton } from "./copy-button";
import { ScrollRegion } from "./scroll-region";
import { uiWords } from "./words";

interface CodeBlockProps {
  /** What is copied, and what is shown unless `children` says it with marks in it. */
  code: string;
  label: string;
  /** Results need no copy button; requests do. */
  isCopyable?: boolean;
  /** Long lines are broken instead of scrolled: for what is one line by nature. */
  isWrapped?: boolean;
  children?: ReactNode;
}

const wrapped = "wrap-anywhere whitespace-pre-wrap";
const scrolled = "overflow-x-auto";

/** A piece of code in a well, with its name above it and a way to take it along. */
export function CodeBlock({
  code,
  label,
  isCopyable = true,
  isWrapped = false,
  children,
}: CodeBlockProps) {
  const { copy } = useWords(uiWords);
  return (
    <figure className="min-w-0 border border-line bg-sunk">
      <figcaption className="flex min-h-10 items-center justify-between gap-3 border-line border-b py-1 pr-1 pl-3 text-mute text-sm">
        {label}
        {isCopyable && <CopyButton text={code} label={copy(label)} isCompact />}
      </figcaption>
      <ScrollRegion
        as="pre"
        className={clsx("p-3 font-mono text-sm", isWrapped ? wrapped : scrolled)}
      >
        <code>{children ?? <OutsideText text={code} />}</code>
      </ScrollRegion>
    </figure>
  );
}
