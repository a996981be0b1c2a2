import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";
import { echoedOnWire, pickEchoed } from "../core/echoed-contract";
import { newId } from "../core/ids";
import { chargeClauses } from "../credits/charge-clauses";
import type { Admission, AdmittedMessage } from "./_admission";

/**
 * Charges an account for a batch and stores it, all in one statement and one round trip. Undefined, and
 * nothing done, when the account is suspended or cannot pay for the whole batch; a used idempotency key
 * is the database's unique violation. The clock is the database's, so that no process is ahead of the queue.
 */
export async function storeMessages(
  accountId: string,
  batch: Admission[],
  tx: Tx,
): Promise<AdmittedMessage[] | undefined> {
  const rows = batch.map(toColumns);
  const charge = {
    accountId,
    id: newId(),
    credits: batch.reduce((sum, { credits }) => sum + credits, 0),
  };
  // One parameter whatever the size of the batch: one plan, and no limit on parameters.
  const [stored] = await tx.execute<{ now: string }>(sql`
    with ${chargeClauses(charge)}, clock as (
      select date_trunc('milliseconds', now()) as now
    ), stored as (
      insert into ${messages} (account_id, charge_id, id, token_id, source, test, sender, recipient, body,
        encoding, segments, credits, client_ref, idempotency_key, request_hash, send_id, priority, status,
        scheduled_at, created_at, due_at, valid_until)
      select ${accountId}::uuid, case when row.credits > 0 then ${charge.id}::uuid end, row.id,
        row.token_id, row.source, row.test, row.sender, row.recipient, row.body, row.encoding,
        row.segments, row.credits, row.client_ref, row.idempotency_key, row.request_hash,
        row.send_id, row.priority,
        case when row.scheduled_at > clock.now then 'scheduled' else 'queued' end,
        case when row.scheduled_at > clock.now then row.scheduled_at end,
        clock.now,
        greatest(row.scheduled_at, clock.now),
        greatest(row.scheduled_at, clock.now) + row.validity * interval '1 second'
      from moved, clock, jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid,
        token_id uuid, source text, test boolean, sender text, recipient text, body text, encoding text,
        segments int, credits int, client_ref text, idempotency_key uuid, request_hash text,
        send_id uuid, priority smallint, scheduled_at timestamptz, validity int)
    )
    select clock.now from moved, clock`);
  if (!stored) return undefined;
  const now = new Date(stored.now);
  return batch.map((admission, position) => toAdmitted(admission, rows[position]?.id ?? "", now));
}

function toColumns(admission: Admission) {
  const { caller, input, encoding, segments, credits, requestHash, sendId, priority } = admission;
  return {
    id: newId(),
    token_id: caller.tokenId,
    source: caller.source,
    test: caller.test,
    sender: input.from,
    recipient: input.to,
    body: input.body,
    encoding,
    segments,
    credits,
    ...echoedOnWire(input),
    idempotency_key: input.idempotencyKey,
    request_hash: requestHash,
    send_id: sendId,
    priority,
    scheduled_at: input.scheduledAt,
    validity: input.validitySeconds,
  };
}

function toAdmitted(
  { caller, input, encoding, segments, credits }: Admission,
  id: string,
  now: Date,
): AdmittedMessage {
  const { from, to, scheduledAt } = input;
  return {
    id,
    from,
    to,
    segments,
    encoding,
    credits,
    scheduledAt: scheduledAt && scheduledAt > now ? scheduledAt : null,
    firstScheduledAt: null,
    createdAt: now,
    ...pickEchoed(input),
    test: caller.test,
  };
}
