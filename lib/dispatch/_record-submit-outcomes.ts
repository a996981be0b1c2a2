import { sql } from "drizzle-orm";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import type { SubmitOutcome } from "../carriers/carrier";
import { db, type Tx } from "../core/db";
import { type NewEvent, recordEvents } from "../messages/record-events";
import { announce } from "../queue/notice";
import { matchParkedReceipts } from "../receipts/match-parked-receipts";
import type { Claimed } from "./_claim-batch";
import { type OutcomeRow, toOutcomeRow } from "./_outcome-row";

export interface Submission {
  accountId: string;
  leaseId: string;
  carrier: string;
  batch: Claimed[];
  /** One per message, in order. */
  outcomes: SubmitOutcome[];
  /** A failure is the carrier's: its circuit breaker times the next attempt, not the message. */
  isInTrouble: boolean;
}

/**
 * Writes down what a carrier made of a claimed batch; a lease that has passed on moves nothing. Returns when the
 * first of them is due again, in ms; Infinity if none is.
 */
export async function recordSubmitOutcomes(submission: Submission): Promise<number> {
  const { accountId, carrier, batch, outcomes } = submission;
  const refs = outcomes.flatMap((outcome) => (outcome.kind === "accepted" ? [outcome.ref] : []));
  const rows = batch.map((message, position) =>
    toOutcomeRow(message, outcomes[position], submission.isInTrouble),
  );
  const moved = await db().transaction(async (tx) => {
    await rememberRefs(submission, tx);
    const held = await applyOutcomes(submission, rows, tx);
    const events = batch.flatMap((message, position) => {
      const outcome = outcomes[position];
      return outcome && held.has(message.id) ? toEvents(message, outcome) : [];
    });
    await recordEvents(accountId, events, tx);
    return held;
  });
  announce(accountId, [...moved]);
  await matchParkedReceipts(carrier, refs);
  return Math.min(...rows.map(({ retry_ms: ms }) => ms ?? Number.POSITIVE_INFINITY));
}

async function rememberRefs(
  { accountId, carrier, batch, outcomes }: Submission,
  tx: Tx,
): Promise<void> {
  const rows = batch.flatMap((message, position) => {
    const outcome = outcomes[position];
    return outcome?.kind === "accepted" ? [{ ref: outcome.ref, message_id: message.id }] : [];
  });
  if (rows.length === 0) return;
  await tx.execute(sql`
    insert into ${carrierMessages} (carrier, ref, account_id, message_id)
    select ${carrier}, ref, ${accountId}::uuid, message_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(ref text, message_id uuid)
    on conflict do nothing`);
}

async function applyOutcomes(
  { accountId, leaseId, carrier }: Submission,
  rows: OutcomeRow[],
  tx: Tx,
): Promise<Set<string>> {
  const moved = await tx.execute<{ id: string }>(sql`
    update ${messages} set
      status = outcome.status,
      carrier = ${carrier},
      carrier_ref = outcome.ref,
      attempts = attempts - case when outcome.is_free then 1 else 0 end,
      offered_at = outcome.offered_at,
      sent_at = case when outcome.status = 'sent' then now() end,
      ended_at = case when outcome.status = 'failed' then now() end,
      due_at = coalesce(now() + outcome.retry_ms * interval '1 millisecond', messages.due_at),
      wait_reason = case when outcome.status = 'queued' then outcome.reason end,
      reason = case when outcome.status = 'failed' then outcome.reason end,
      carrier_code = outcome.carrier_code,
      lease_id = null,
      lease_until = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as outcome(id uuid, status text, ref text,
      reason text, carrier_code text, retry_ms float8, offered_at timestamptz, is_free boolean)
    where messages.account_id = ${accountId} and messages.id = outcome.id
      and messages.lease_id = ${leaseId} and messages.status = 'sending'
    returning messages.id`);
  return new Set(moved.map(({ id }) => id));
}

/** A message that waits says so once for each reason, not after each of many attempts. */
function toEvents(message: Claimed, outcome: SubmitOutcome): NewEvent[] {
  const event = { messageId: message.id, test: message.test, source: "worker" as const };
  switch (outcome.kind) {
    case "accepted":
      return [{ ...event, type: "sent" }];
    case "refused":
      return [{ ...event, ...outcome, type: "sms.failed", terminal: true }];
    case "later":
      return [{ ...event, type: "deferred", reason: outcome.reason }];
    case "hold":
    case "skipped": {
      const { reason } = outcome;
      const isNews = reason !== null && reason !== message.waitReason;
      return isNews ? [{ ...event, type: "deferred", reason }] : [];
    }
  }
}
