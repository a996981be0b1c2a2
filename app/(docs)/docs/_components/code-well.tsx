"use client";

import { useRef } from "react";
import { useWords } from "@/components/language/use-words";
import { CopyButton } from "@/components/ui/copy-button";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { docsWords } from "../words";

/** A piece of code in one language, already coloured, with a way to take it along. */
export function CodeWell({ label, html }: { label: string; html: string }) {
  const figure = useRef<HTMLElement>(null);
  const words = useWords(docsWords);
  return (
    <figure ref={figure} className="mt-5 min-w-0 border border-line bg-sunk">
      <figcaption className="flex min-h-10 items-center justify-between gap-3 border-line border-b py-1 pr-1 pl-3 text-mute text-sm">
        {label}
        <CopyButton
          text={() => figure.current?.querySelector("code")?.textContent ?? ""}
          label={words.copy(label)}
          isCompact
        />
      </figcaption>
      <ScrollRegion as="pre" className="overflow-x-auto p-3 font-mono text-sm">
        <code dangerouslySetInnerHTML={{ __html: html }} />
      </ScrollRegion>
    </figure>
  );
}
