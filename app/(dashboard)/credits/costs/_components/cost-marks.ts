/** How the groups fill their part of a bar, the most expensive first. They differ in pattern, so that every eye can tell them apart. */
export const costMarks = [
  "bg-ink",
  "bg-control",
  "border border-ink bg-[repeating-linear-gradient(135deg,var(--ink)_0_2px,transparent_2px_5px)]",
  "border border-ink bg-[repeating-linear-gradient(90deg,var(--ink)_0_1.5px,transparent_1.5px_4px)]",
  "border border-control bg-[radial-gradient(var(--control)_1px,transparent_1.5px)] bg-[length:4px_4px]",
  "border border-control bg-sunk",
] as const;
