import type { SubmitOutcome } from "./carrier";
import { shortCode } from "./short-code";

/** An outcome of a message whose text is not to be stored, without the carrier's words, which may repeat it. */
export function withoutQuotes(outcome: SubmitOutcome, text: string): SubmitOutcome {
  switch (outcome.kind) {
    case "refused": {
      const { unquoted, ...refused } = outcome;
      const code = shortCode(outcome.carrierCode);
      const carrierCode = code !== null && isPartOf(text, code) ? null : code;
      return { ...refused, reason: unquoted ?? outcome.reason, carrierCode };
    }
    case "ambiguous":
    case "requeue": {
      const { unquoted, ...others } = outcome;
      return { ...others, detail: unquoted ?? outcome.detail };
    }
    default:
      return outcome;
  }
}

/** The shortest code that somebody is sent; a shorter number is in many texts by chance. */
const minSecretLength = 4;

function isPartOf(text: string, code: string): boolean {
  return code.length >= minSecretLength && text.includes(code);
}
