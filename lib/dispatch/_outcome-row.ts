import type { Requeue, SubmitOutcome } from "../carriers/carrier";
import type { ClaimedMessage } from "../messages/claim-messages";
import type { OutcomeRow } from "../messages/record-outcomes";

/**
 * Pauses of one message whose attempts fail while others get through, ± a quarter; the last one repeats. Three
 * come quickly, for it is hardly ever the same message that fails again.
 */
const pausesMs = [100, 200, 400, 2000, 10_000, 30_000];
const jitter = 0.25;
/** One response speaks for one message: no longer than this, whatever its `Retry-After`. */
const maxRetryAfterMs = 60_000;
const silentMs = 5000;

interface Circumstances {
  /** A failure is the carrier's, so that its circuit breaker times the next attempt. */
  isInTrouble: boolean;
  ambiguous: "hold" | "resend";
}

/** What becomes of a message after its submission. */
export function toOutcomeRow(
  message: ClaimedMessage,
  outcome: SubmitOutcome | undefined,
  { isInTrouble, ambiguous }: Circumstances,
): OutcomeRow {
  const { id, offeredAt, offeredBefore } = message;
  const columns = { id, offered_at: offeredAt };
  switch (outcome?.kind) {
    case "accepted":
      return { ...columns, status: "sent", ref: outcome.ref, ...partsOf(outcome.parts) };
    case "refused":
      return {
        ...columns,
        status: outcome.status ?? "failed",
        reason: outcome.reason,
        carrier_code: outcome.carrierCode,
      };
    case "ambiguous":
      return ambiguous === "hold"
        ? { ...columns, status: "unknown", reason: outcome.detail }
        : {
            ...columns,
            status: "queued",
            reason: "carrier_error",
            retry_ms: pauseMs(message.attempts),
          };
    case "later":
      return {
        ...columns,
        offered_at: offeredBefore,
        status: "queued",
        reason: outcome.reason,
        retry_ms: outcome.retryAfterMs,
      };
    case "requeue":
      return {
        ...columns,
        offered_at: outcome.mayBeAccepted ? offeredAt : offeredBefore,
        status: "queued",
        reason: outcome.reason,
        // In trouble the first pause puts it behind the others, so that each has its turn in a probe.
        retry_ms: isInTrouble ? pauseMs(1) : retryMs(message.attempts, outcome),
        is_free: isInTrouble,
      };
    case "skipped":
      return {
        ...columns,
        offered_at: offeredBefore,
        status: "queued",
        reason: outcome.reason ?? message.waitReason,
        is_free: true,
      };
    case undefined:
      return { ...columns, status: "queued", reason: "carrier_silent", retry_ms: silentMs };
  }
}

function partsOf(parts: string[] = []): { parts?: number } {
  return parts.length > 1 ? { parts: parts.length } : {};
}

/** When a message is attempted again after so many failures of its own. */
function retryMs(attempts: number, { retryAfterMs }: Requeue): number {
  const jittered = pauseMs(attempts) * (1 + jitter * (2 * Math.random() - 1));
  return Math.max(jittered, Math.min(retryAfterMs ?? 0, maxRetryAfterMs));
}

function pauseMs(attempts: number): number {
  return pausesMs[Math.min(attempts, pausesMs.length) - 1] ?? 0;
}
