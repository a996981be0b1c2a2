import { sql } from "drizzle-orm";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { messageCallbacks, webhookDeliveries } from "@/drizzle/schema/webhooks";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import type { Metadata } from "../core/metadata";
import { publishProgress } from "../queue/notice";
import { callbackForm } from "../twilio-api/callback-form";
import { accountSidOf, messageSidOf } from "../twilio-api/sids";
import { eventBody } from "../webhooks/event-body";
import { receivedEvent } from "../webhooks/event-contract";
import { receivedBody } from "../webhooks/received-body";
import { isSameDelivery } from "./_is-same-delivery";

export interface Claim {
  accountId: string;
  endpointId: string;
  leaseId: string;
  leaseSeconds: number;
  limit: number;
  /** What it claims are statuses for the addresses of single messages. */
  isCallback: boolean;
}

/** A delivery in hand. */
export interface Claimed {
  eventId: string;
  /** Tries since the event or its last replay. */
  step: number;
  /** Tries in all. */
  attempts: number;
  /** What it is about, and what happened. */
  messageId: string;
  type: string;
  body: string;
  /** Where a status goes to, and what signs it; null for an event of an endpoint, and once it was erased. */
  callback: { url: string; signer: string } | null;
}

/**
 * Takes an endpoint's due deliveries, oldest first, for as long as the lease: until then they are not due.
 * A worker that dies gives them back by doing nothing. Those of which nothing is left to say end as failed.
 */
export async function claimDeliveries(claim: Claim): Promise<Claimed[]> {
  const { accountId, endpointId, leaseId, leaseSeconds, limit, isCallback } = claim;
  const now = await databaseNow();
  const leasedUntil = new Date(now.getTime() + leaseSeconds * 1000);
  const rows = await db().execute<ClaimedRow>(sql`
    with due as materialized (
      select account_id, endpoint_id, event_id from ${webhookDeliveries}
      where account_id = ${accountId}::uuid and endpoint_id = ${endpointId}::uuid
        and status = 'pending' and due_at <= ${now.toISOString()}::timestamptz
      order by due_at limit ${limit} for update skip locked
    ), claimed as (
      update ${webhookDeliveries} d
      set lease_id = ${leaseId}::uuid, due_at = ${leasedUntil.toISOString()}::timestamptz
      from due
      where ${isSameDelivery("due")}
      returning d.account_id, d.event_id, d.message_id, d.type, d.step, d.attempts, d.body
    )
    select claimed.*, e.at, e.reason, e.operator, m.recipient, m.sender, m.segments, m.client_ref,
      m.metadata, m.idempotency_key, m.test, m.sent_at is not null as was_sent, i.received, c.url,
      c.signer,
      (claimed.body is not null or i.received is not null or e.id is not null and m.id is not null) as is_sayable
    from claimed
    left join ${messageEvents} e on e.account_id = claimed.account_id
      and e.message_id = claimed.message_id and e.id = claimed.event_id
    left join ${messages} m on m.account_id = claimed.account_id and m.id = claimed.message_id
    left join ${messageCallbacks} c on ${isCallback} and c.account_id = claimed.account_id
      and c.message_id = claimed.message_id
    left join lateral (
      select jsonb_build_object('from', sender, 'to', recipient, 'body', body, 'at', received_at,
        'keyword', keyword, 'inReplyTo', in_reply_to, 'test', test) as received
      from ${inboundMessages}
      where claimed.type = ${receivedEvent} and id = claimed.message_id
        and account_id = claimed.account_id and body_erased_at is null
    ) i on true
    order by claimed.event_id`);
  await endUnsayable(
    claim,
    rows.filter((row) => !row.is_sayable).map((row) => row.event_id),
  );
  const sayable = rows.filter((row) => row.is_sayable);
  return sayable.map((row) => ({
    eventId: row.event_id,
    step: row.step,
    attempts: row.attempts,
    messageId: row.message_id,
    type: row.type,
    body: row.body ?? (isCallback ? writeForm(accountId, row) : write(row)),
    callback: row.url && row.signer ? { url: row.url, signer: row.signer } : null,
  }));
}

/** Gives back what was claimed and not begun. */
export async function releaseDeliveries(claim: Claim, eventIds: string[]): Promise<void> {
  if (eventIds.length === 0) return;
  const now = await databaseNow();
  await db().execute(sql`
    with given as materialized (
      select ${claim.accountId}::uuid as account_id, ${claim.endpointId}::uuid as endpoint_id, event_id
      from unnest(${`{${eventIds.join(",")}}`}::uuid[]) as event_id
    )
    update ${webhookDeliveries} d set lease_id = null, due_at = ${now.toISOString()}::timestamptz
    from given
    where ${isSameDelivery("given")} and d.lease_id = ${claim.leaseId}::uuid`);
}

/**
 * Ends claimed deliveries whose body was never stored, and whose event or text is gone by now. Without an end they would
 * be claimed again and again, before those that can be sent.
 */
async function endUnsayable(claim: Claim, eventIds: string[]): Promise<void> {
  if (eventIds.length === 0) return;
  const { accountId, endpointId, leaseId } = claim;
  const now = (await databaseNow()).toISOString();
  const ended = await db().execute<{ message_id: string }>(sql`
    with given as materialized (
      select ${accountId}::uuid as account_id, ${endpointId}::uuid as endpoint_id, event_id
      from unnest(${`{${eventIds.join(",")}}`}::uuid[]) as event_id
    )
    update ${webhookDeliveries} d
    set status = 'failed', reason = null, lease_id = null, ended_at = ${now}::timestamptz
    from given
    where ${isSameDelivery("given")} and d.lease_id = ${leaseId}::uuid
    returning d.message_id`);
  publishProgress(
    accountId,
    ended.map(({ message_id }) => message_id),
  );
}

interface ClaimedRow extends Record<string, unknown> {
  event_id: string;
  message_id: string;
  type: string;
  step: number;
  attempts: number;
  body: string | null;
  at: string;
  reason: string | null;
  operator: string | null;
  recipient: string;
  sender: string;
  segments: number;
  client_ref: string | null;
  metadata: Metadata | null;
  idempotency_key: string | null;
  test: boolean;
  /** Whether a carrier had taken the message. */
  was_sent: boolean;
  /** For `sms.received`, what the phone sent. */
  received: Received | null;
  /** Of the address that the message itself names. */
  url: string | null;
  signer: string | null;
  /** Its body is stored, or what it is about still is. */
  is_sayable: boolean;
}

interface Received {
  from: string;
  to: string;
  body: string;
  at: string;
  keyword: string | null;
  inReplyTo: string | null;
  test: boolean;
}

function writeForm(accountId: string, row: ClaimedRow): string {
  return callbackForm({
    accountSid: accountSidOf(accountId),
    messageSid: messageSidOf(row.message_id),
    from: row.sender,
    to: row.recipient,
    event: row.type,
    reason: row.reason,
    wasSent: row.was_sent,
  });
}

function write(row: ClaimedRow): string {
  if (row.received) {
    const { at, ...received } = row.received;
    return receivedBody({ inboundId: row.message_id, receivedAt: new Date(at), ...received });
  }
  return eventBody({
    eventId: row.event_id,
    type: row.type,
    at: new Date(row.at),
    messageId: row.message_id,
    to: row.recipient,
    from: row.sender,
    operator: row.operator,
    segments: row.segments,
    reason: row.reason,
    clientRef: row.client_ref,
    metadata: row.metadata,
    idempotencyKey: row.idempotency_key,
    test: row.test,
  });
}
