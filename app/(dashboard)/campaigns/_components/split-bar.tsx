import clsx from "clsx";
import type { Part, PartName } from "../progress-parts";

// As in the charts: they differ in pattern, so that print and every eye can tell them apart.
const stripes =
  "border bg-[repeating-linear-gradient(135deg,var(--bad)_0_2px,transparent_2px_5px)]";
const posts =
  "border bg-[repeating-linear-gradient(90deg,var(--bad)_0_1.5px,transparent_1.5px_4px)]";
const layers =
  "border bg-[repeating-linear-gradient(0deg,var(--warn)_0_1.5px,transparent_1.5px_4px)]";
const dots =
  "border border-control bg-[radial-gradient(var(--control)_1px,transparent_1.5px)] bg-[length:4px_4px]";

/** How each part fills its stretch of the bar. */
export const partClass: Record<PartName, string> = {
  delivered: "bg-ink",
  sent: "bg-control",
  unknown: "bg-warn",
  failed: `${stripes} border-bad`,
  bounced: `${posts} border-bad`,
  expired: `${layers} border-warn`,
  opted_out: "border border-bad",
  cancelled: dots,
  not_sent: dots,
  sending: "bg-petrol",
  queued: "bg-petrol/50",
  scheduled: "bg-petrol/25",
  waiting: "border border-line bg-sunk",
};

/** One bar, split by what became of the people. Its words and numbers stand beside it. */
export function SplitBar({ parts, className }: { parts: readonly Part[]; className?: string }) {
  return (
    <div aria-hidden="true" className={clsx("flex gap-px", className ?? "h-2")}>
      {parts.map(({ name, count }) => (
        <span
          key={name}
          className={clsx("min-w-0.5 basis-0", partClass[name])}
          style={{ flexGrow: count }}
        />
      ))}
    </div>
  );
}
