"use client";

import clsx from "clsx";
import { Fragment, type ReactNode } from "react";
import { useWords } from "./language/use-words";
import { segmentWords } from "./segment-words";
import { visibleText } from "./visible-text";

export interface Mark {
  index: number;
  character: string;
  isSoft?: boolean;
  /** What each recipient's own value stands in for. */
  isVariable?: boolean;
}

interface MarkedTextProps {
  text: string;
  /** Where segments after the first begin. */
  cuts?: readonly number[];
  /** Stretches to go over with the marker pen, in order; soft ones are only underlined. */
  marks?: readonly Mark[];
  /** Cuts as something that takes no room, for a layer that lies under a text field. */
  isUnderlay?: boolean;
}

/** A text with its true segment cuts as thin lines and its costly characters under the marker pen. */
export function MarkedText({ text, cuts = [], marks = [], isUnderlay = false }: MarkedTextProps) {
  const edges = new Set([0, text.length, ...cuts]);
  for (const mark of marks) edges.add(mark.index).add(mark.index + mark.character.length);
  const stops = [...edges].sort((a, b) => a - b);
  const marked = new Map(
    marks.flatMap((mark) =>
      Array.from({ length: mark.character.length }, (_, i) => [mark.index + i, mark] as const),
    ),
  );
  const pieces: ReactNode[] = [];
  for (const [position, start] of stops.slice(0, -1).entries()) {
    const piece = visibleText(text.slice(start, stops[position + 1]));
    const segment = cuts.indexOf(start) + 2;
    const mark = marked.get(start);
    pieces.push(
      <Fragment key={start}>
        {segment > 1 && !isUnderlay && <Cut segment={segment} />}
        {mark ? (
          <Marker mark={mark} isUnderlay={isUnderlay}>
            {piece}
          </Marker>
        ) : (
          piece
        )}
      </Fragment>,
    );
  }
  return <>{pieces}</>;
}

interface MarkerProps {
  mark: Mark;
  isUnderlay: boolean;
  children: ReactNode;
}

function Marker({ mark: { isSoft, isVariable }, isUnderlay, children }: MarkerProps) {
  if (isVariable) {
    return (
      <span
        className={clsx(
          "bg-petrol/15 shadow-[inset_0_-2px_var(--petrol)]",
          isUnderlay && "text-transparent",
        )}
      >
        {children}
      </span>
    );
  }
  if (isSoft) {
    return (
      <span
        className={clsx(
          "border-control border-b-2 border-dotted",
          isUnderlay && "text-transparent",
        )}
      >
        {children}
      </span>
    );
  }
  return (
    <mark
      className={clsx(
        // The ring lets a character without a width be seen.
        "rounded-[2px] bg-citron shadow-[0_0_0_1px_var(--citron)]",
        // Beneath a field the text above keeps its own colour, so on dark paper the marker is thinned.
        isUnderlay
          ? "text-transparent dark:bg-citron/30 dark:shadow-[inset_0_-2px_var(--citron),0_0_0_1px_color-mix(in_oklab,var(--citron)_45%,transparent)]"
          : "text-marker-ink",
      )}
    >
      {children}
    </mark>
  );
}

function Cut({ segment }: { segment: number }) {
  const words = useWords(segmentWords);
  return (
    <span
      aria-hidden="true"
      title={words.startsHere(segment)}
      className="mx-0.5 inline-block h-[1.2em] w-px bg-ink align-text-bottom"
    />
  );
}
