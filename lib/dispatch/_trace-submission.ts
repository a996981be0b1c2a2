import type { Submitted } from "../carriers/carrier";
import type { ClaimedMessage } from "../messages/claim-messages";
import { recordMessageSpan } from "../traces/record-message-span";
import { isTracing, spanTime } from "../traces/record-span";

interface Submission {
  message: ClaimedMessage;
  carrier: string;
  startMs: number;
  outcome: Submitted;
}

/** Records a submission as a step of its message, when its outcome is known. */
export function traceSubmission({ message, carrier, startMs, outcome }: Submission): void {
  if (!isTracing()) return;
  const record = (kind: string) =>
    recordMessageSpan({
      ...{ messageId: message.id, name: "submit", kind: "client", startMs, endMs: spanTime() },
      attributes: {
        "depesza.carrier": carrier,
        "depesza.outcome": kind,
        "depesza.attempt": message.attempts,
      },
      isError: kind !== "accepted",
    });
  if (outcome.kind !== "pending") record(outcome.kind);
  // Whoever records the outcome says what went wrong.
  else outcome.outcome.then(({ kind }) => record(kind)).catch(() => record("lost"));
}
