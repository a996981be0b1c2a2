import type { SubmitOutcome } from "../carriers/carrier";
import { countRefused } from "../carriers/carrier-minutes";
import { withoutQuotes } from "../carriers/without-quotes";
import { isSharded } from "../core/is-sharded";
import type { ClaimedMessage } from "../messages/claim-messages";
import type { NewEvent } from "../messages/record-events";
import type { OutcomeRow } from "../messages/record-outcomes";
import { counterOf } from "../metrics/registry";
import { publishChange, publishProgress } from "../queue/notice";
import { matchParkedReceipts } from "../receipts/match-parked-receipts";
import type { MessageRef } from "../receipts/remember-refs-clause";
import { toOutcomeRow } from "./_outcome-row";
import { recordAfterRefs } from "./_record-after-refs";
import { recordWithRefs } from "./_record-with-refs";
import { hasPrivateText, withoutText } from "./_without-text";

export interface Submission {
  accountId: string;
  leaseId: string;
  carrier: string;
  batch: ClaimedMessage[];
  /** One per message, in order. */
  outcomes: SubmitOutcome[];
  /** What becomes of a message that the carrier may have, and that may not be repeated. */
  ambiguous: "hold" | "resend";
  /** A failure is the carrier's: its circuit breaker times the next attempt, not the message. */
  isInTrouble: boolean;
}

/**
 * Writes down what a carrier made of a claimed batch; a lease that has passed on moves nothing. Returns when the
 * first of them is due again, in ms; Infinity if none is.
 */
export async function recordSubmitOutcomes(told: Submission): Promise<number> {
  const submission = withoutPrivateText(told);
  const { accountId, carrier, batch, outcomes } = submission;
  const refs = refsOf(submission);
  const rows = batch.map((message, position) =>
    toOutcomeRow(message, outcomes[position], submission),
  );
  const events = batch.flatMap((message, position) => {
    const outcome = outcomes[position];
    return outcome ? toEvents(message, outcome) : [];
  });
  const record = (await isSharded()) ? recordAfterRefs : recordWithRefs;
  const moved = await record({ ...submission, rows, events, refs });
  const publish = rows.some(({ status }) => status === "queued") ? publishChange : publishProgress;
  publish(accountId, moved);
  count(carrier, rows, new Set(moved));
  await matchParkedReceipts(
    carrier,
    refs.map(({ ref }) => ref),
  );
  return Math.min(...rows.map(({ retry_ms: ms }) => ms ?? Number.POSITIVE_INFINITY));
}

/** Of messages whose text is not to be stored, nothing that may repeat it. */
function withoutPrivateText({ outcomes, ...rest }: Submission): Submission {
  const cleaned = outcomes.map((outcome, position) => {
    const message = rest.batch[position];
    return message && hasPrivateText(message) ? withoutQuotes(outcome, message.body) : outcome;
  });
  return { ...rest, outcomes: cleaned };
}

/** Those that are with the carrier now, or that it refused; what is queued again has not moved on. */
function count(carrier: string, rows: OutcomeRow[], moved: Set<string>): void {
  for (const { id, status } of rows) {
    if (status === "queued" || !moved.has(id)) continue;
    counterOf("depesza_messages_total").inc({ carrier, state: status });
    if (status === "failed" || status === "bounced") countRefused(carrier);
  }
}

/** The carrier's IDs of each message that it accepted, and of its parts. */
function refsOf({ batch, outcomes }: Submission): MessageRef[] {
  return batch.flatMap((message, position) => {
    const outcome = outcomes[position];
    if (outcome?.kind !== "accepted") return [];
    const refs = new Set([outcome.ref, ...(outcome.parts ?? [])]);
    return [...refs].map((ref) => ({ ref, messageId: message.id }));
  });
}

/** A message that waits says so once for each reason, not after each of many attempts. */
function toEvents(message: ClaimedMessage, outcome: SubmitOutcome): NewEvent[] {
  const event = { messageId: message.id, test: message.test, source: "worker" as const };
  switch (outcome.kind) {
    case "accepted":
      return [{ ...event, type: "sent", raw: withoutText(outcome.raw, message) }];
    case "refused":
      return [{ ...event, ...outcome, type: `sms.${outcome.status ?? "failed"}`, terminal: true }];
    case "ambiguous":
      return [{ ...event, type: "unknown", reason: outcome.detail }];
    case "later":
      return [{ ...event, type: "deferred", reason: outcome.reason }];
    case "requeue":
    case "skipped": {
      const { reason } = outcome;
      const isNews = reason !== null && reason !== message.waitReason;
      return isNews ? [{ ...event, type: "deferred", reason }] : [];
    }
  }
}
