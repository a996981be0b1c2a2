import type { SubmitOutcome } from "../carrier";
import { classOfStatus } from "./class-of-status";
import type { CarrierResponse } from "./http-client";
import { outcomeOf } from "./outcome-of-class";

/** Sent by some services in place of 429, which is younger than they are. */
const enhanceYourCalm = 420;

/**
 * What a response means by its status alone (RFC 9110, section 15), where it has no code of the carrier in it, which
 * would speak of the message. A 3xx or 4xx says that nothing was done; a 5xx, a 408, and a success that names no message
 * leave it open. `said` is for the administrator.
 */
export function outcomeOfStatus(
  { status, retryAfterMs }: CarrierResponse,
  said?: string,
): SubmitOutcome {
  const facts = { words: `HTTP ${status}`, code: String(status), detail: said, retryAfterMs };
  const isElsewhere = status >= 300 && status < 400;
  const cls = isElsewhere ? "address" : classOfStatus(status === enhanceYourCalm ? 429 : status);
  const outcome = outcomeOf(cls === "permanent" ? "server" : cls, facts);
  const isOpen = status < 300 || status === 408 || status >= 500;
  return outcome.kind === "requeue" && !isOpen ? { ...outcome, mayBeAccepted: false } : outcome;
}
