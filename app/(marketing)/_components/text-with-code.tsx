/** A sentence in which `ticks` mark code. */
export function TextWithCode({ text }: { text: string }) {
  return text.split("`").map((piece, place) =>
    place % 2 === 1 ? (
      <code key={place} className="font-mono text-[0.9em]">
        {piece}
      </code>
    ) : (
      piece
    ),
  );
}
