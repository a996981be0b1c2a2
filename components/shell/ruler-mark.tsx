/** The product's own mark: a segment ruler, its first segment filled. */
export function RulerMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 20 20" className={className ?? "size-5"} fill="none" aria-hidden="true">
      <path d="M2 12h9v5H2z" className="fill-petrol" />
      <path
        d="M2 3v14M11 3v14M18 7v10M5 9v3M8 9v3M14.5 9v3M2 17h16"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="square"
      />
    </svg>
  );
}
