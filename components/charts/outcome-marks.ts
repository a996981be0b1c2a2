import type { Outcome } from "@/lib/traffic/contract";

/** How each outcome fills its part of a bar. They differ in pattern, so that print and every eye can tell them apart. */
export const outcomeClass: Record<Outcome, string> = {
  delivered: "bg-ink",
  open: "bg-control",
  failed:
    "border border-bad bg-[repeating-linear-gradient(135deg,var(--bad)_0_2px,transparent_2px_5px)]",
  bounced:
    "border border-bad bg-[repeating-linear-gradient(90deg,var(--bad)_0_1.5px,transparent_1.5px_4px)]",
  expired:
    "border border-warn bg-[repeating-linear-gradient(0deg,var(--warn)_0_1.5px,transparent_1.5px_4px)]",
  cancelled:
    "border border-control bg-[radial-gradient(var(--control)_1px,transparent_1.5px)] bg-[length:4px_4px]",
};
