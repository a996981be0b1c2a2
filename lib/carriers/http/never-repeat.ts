import type { SubmitOutcome } from "../carrier";

/**
 * The outcome of a request to a carrier that does not recognize a repeated one: if it may have taken the message,
 * nothing is sent again, for the phone would get a second copy.
 */
export function neverRepeat(outcome: SubmitOutcome): SubmitOutcome {
  if (outcome.kind !== "requeue" || !outcome.mayBeAccepted) return outcome;
  const { detail, unquoted } = outcome;
  return { kind: "ambiguous", detail, ...(unquoted !== undefined && { unquoted }) };
}
