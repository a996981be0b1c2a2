import clsx from "clsx";
import { Fragment, type ReactNode } from "react";

interface MarkedTextProps {
  text: string;
  /** Where segments after the first begin. */
  cuts?: readonly number[];
  /** Stretches to go over with the marker pen, in order. */
  marks?: readonly { index: number; character: string }[];
  /** Cuts as something that takes no room, for a layer that lies under a text field. */
  isUnderlay?: boolean;
}

/** A text with its true segment cuts as thin lines and its costly characters under the marker pen. */
export function MarkedText({ text, cuts = [], marks = [], isUnderlay = false }: MarkedTextProps) {
  const edges = new Set([0, text.length, ...cuts]);
  for (const mark of marks) edges.add(mark.index).add(mark.index + mark.character.length);
  const stops = [...edges].sort((a, b) => a - b);
  const marked = new Set(
    marks.flatMap((mark) =>
      Array.from({ length: mark.character.length }, (_, i) => mark.index + i),
    ),
  );
  const pieces: ReactNode[] = [];
  for (const [position, start] of stops.slice(0, -1).entries()) {
    const piece = text.slice(start, stops[position + 1]);
    const segment = cuts.indexOf(start) + 2;
    pieces.push(
      <Fragment key={start}>
        {segment > 1 && !isUnderlay && <Cut segment={segment} />}
        {marked.has(start) ? <Marker isUnderlay={isUnderlay}>{piece}</Marker> : piece}
      </Fragment>,
    );
  }
  return <>{pieces}</>;
}

function Marker({ isUnderlay, children }: { isUnderlay: boolean; children: ReactNode }) {
  return (
    <mark
      className={clsx(
        "rounded-[2px] bg-citron",
        // Beneath a field the text above keeps its own colour, so on dark paper the marker is thinned.
        isUnderlay
          ? "text-transparent dark:bg-citron/30 dark:shadow-[inset_0_-2px_var(--citron)]"
          : "text-marker-ink",
      )}
    >
      {children}
    </mark>
  );
}

function Cut({ segment }: { segment: number }) {
  return (
    <span
      aria-hidden="true"
      title={`Segment ${segment} starts here`}
      className="mx-0.5 inline-block h-[1.2em] w-px bg-ink align-text-bottom"
    />
  );
}
