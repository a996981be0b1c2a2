/** What the height of a chart stands for, left of it. */
export function Scale({ top, middle }: { top: string; middle: string }) {
  return (
    <div
      aria-hidden="true"
      className="mt-2 flex h-48 flex-col justify-between text-right font-mono text-mute text-xs tabular-nums"
    >
      <span className="-mt-2">{top}</span>
      <span>{middle}</span>
      <span className="-mb-2">0</span>
    </div>
  );
}
