import { sql } from "drizzle-orm";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import type { SubmitOutcome } from "../carriers/carrier";
import { db, type Tx } from "../core/db";
import { announce } from "../queue/notice";
import { type NewEvent, recordEvents } from "./_record-events";
import { matchParkedReceipts } from "./match-parked-receipts";

/** A claimed message, and whether a carrier may have had it before this claim. */
export type Taken = typeof messages.$inferSelect & { offeredBefore: Date | null };

interface Settlement {
  accountId: string;
  leaseId: string;
  carrier: string;
  batch: Taken[];
  /** One per message, in order. */
  outcomes: SubmitOutcome[];
}

/** What a carrier that broke down costs its messages: they wait and say so. */
export const carrierDownMs = 5000;

/** Writes down what a carrier made of a claimed batch; a lease that has passed on moves nothing. */
export async function settleMessages(settlement: Settlement): Promise<void> {
  const { accountId, carrier, batch, outcomes } = settlement;
  const refs = outcomes.flatMap((outcome) => (outcome.kind === "accepted" ? [outcome.ref] : []));
  const moved = await db().transaction(async (tx) => {
    await rememberRefs(settlement, tx);
    const held = await applyOutcomes(settlement, tx);
    const events = batch.flatMap((message, position) => {
      const outcome = outcomes[position];
      return outcome && held.has(message.id) ? toEvents(message, outcome) : [];
    });
    await recordEvents(accountId, events, tx);
    return held;
  });
  announce(accountId, [...moved]);
  await matchParkedReceipts(carrier, refs);
}

async function rememberRefs(
  { accountId, carrier, batch, outcomes }: Settlement,
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
  { accountId, leaseId, carrier, batch, outcomes }: Settlement,
  tx: Tx,
): Promise<Set<string>> {
  const rows = batch.map((message, position) => toRow(message, outcomes[position]));
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

function toRow(message: Taken, outcome: SubmitOutcome | undefined) {
  const { id, offeredAt, offeredBefore } = message;
  const columns = { id, offered_at: offeredAt };
  switch (outcome?.kind) {
    case "accepted":
      return { ...columns, status: "sent", ref: outcome.ref };
    case "refused":
      return {
        ...columns,
        status: "failed",
        reason: outcome.reason,
        carrier_code: outcome.carrierCode,
      };
    case "later":
      return {
        ...columns,
        offered_at: offeredBefore,
        status: "queued",
        reason: outcome.reason,
        retry_ms: outcome.retryAfterMs,
      };
    case "hold":
      return {
        ...columns,
        offered_at: outcome.maybeTaken ? offeredAt : offeredBefore,
        status: "queued",
        reason: outcome.reason,
        // The carrier's gate times the next try of all; behind the others, so that each has its turn.
        retry_ms: outcome.scope === "message" ? outcome.retryAfterMs : 0,
        is_free: true,
      };
    case "unasked":
      return {
        ...columns,
        offered_at: offeredBefore,
        status: "queued",
        reason: outcome.reason ?? message.waitReason,
        is_free: true,
      };
    case undefined:
      return { ...columns, status: "queued", reason: "carrier_silent", retry_ms: carrierDownMs };
  }
}

/** A hold says so once, not at each of the many times the carrier is asked in vain. */
function toEvents(message: Taken, outcome: SubmitOutcome): NewEvent[] {
  const event = { messageId: message.id, test: message.test, source: "worker" as const };
  switch (outcome.kind) {
    case "accepted":
      return [{ ...event, type: "sent" }];
    case "refused":
      return [{ ...event, ...outcome, type: "sms.failed", terminal: true }];
    case "later":
      return [{ ...event, type: "deferred", reason: outcome.reason }];
    case "hold":
    case "unasked": {
      const { reason } = outcome;
      const isNews = reason !== null && reason !== message.waitReason;
      return isNews ? [{ ...event, type: "deferred", reason }] : [];
    }
  }
}
