import type { SubmitOutcome } from "../carrier";
import type { CarrierResponse } from "./http-client";
import { outcomeOf } from "./outcome-of-class";

/** Sent by some services in place of 429, which is younger than they are. */
const enhanceYourCalm = 420;

/**
 * What a response means by its status alone (RFC 9110, section 15), where it has no code of the carrier in it. A 3xx or
 * 4xx says that nothing was done; a 5xx, a 408, and a success that names no message leave it open. `said` is for the
 * administrator.
 */
export function outcomeOfStatus(
  { status, retryAfterMs }: CarrierResponse,
  said = `HTTP ${status}`,
): SubmitOutcome {
  const facts = { words: said, code: String(status), retryAfterMs };
  if (status === 401 || status === 403) return outcomeOf("auth", facts);
  if (status === 402) return outcomeOf("credit", facts);
  if (status === 429 || status === enhanceYourCalm) return outcomeOf("throttled", facts);
  const outcome = outcomeOf("server", facts);
  if (outcome.kind !== "requeue" || status < 300 || status === 408 || status >= 500) return outcome;
  // No such path there: the URL of the settings leads somewhere else.
  const isElsewhere = status < 400 || [404, 405, 410].includes(status);
  return isElsewhere
    ? { ...outcome, reason: "carrier_down", scope: "carrier", mayBeAccepted: false }
    : { ...outcome, mayBeAccepted: false };
}
