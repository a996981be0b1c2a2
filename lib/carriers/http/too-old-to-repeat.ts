import type { Submission, SubmitOutcome } from "../carrier";

/** An hour less than a day, for what is on its way and for clocks that differ. */
const dedupedMs = 23 * 3_600_000;

/**
 * For a carrier that recognizes a repeated message for a day: the outcome of one that it may have had for longer, which
 * must not be submitted again; undefined for any other.
 */
export function tooOldToRepeat({ offeredAt }: Submission): SubmitOutcome | undefined {
  if (Date.now() - offeredAt.getTime() <= dedupedMs) return undefined;
  return { kind: "ambiguous", detail: "The carrier may have it, and recognizes a copy for a day." };
}
