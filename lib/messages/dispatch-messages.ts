import { and, eq, inArray, sql } from "drizzle-orm";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import type { Carrier, SubmitOutcome } from "../carriers/carrier";
import { chooseCarrier } from "../carriers/choose-carrier";
import { db, type Tx } from "../core/db";
import { newId } from "../core/ids";
import { log } from "../core/log";
import { accountsWithWork } from "../queue/accounts-with-work";
import { announce } from "../queue/notice";
import { type NewEvent, recordEvents } from "./_record-events";
import { matchParkedReceipts } from "./record-receipts";

/** A dead worker's messages become anybody's after this long (DESIGN.md: picked up within 30 s). */
const leaseSeconds = 20;
const batchSize = 500;
/** What a carrier that cannot be reached costs: the messages wait and say so. */
const carrierDownMs = 5000;
const lanes = 4;

const waiting = sql`status in ('scheduled', 'queued')`;
/** Both priorities are named so that the index (account_id, priority, due_at) is entered twice, not walked. */
const due = sql`priority in (0, 1) and due_at <= now() and valid_until > now()`;

type Claimed = typeof messages.$inferSelect;

/**
 * Hands every due message to its carrier, one batch per account and turn, so that no account's queue
 * holds up another's. Returns how many were handed over or put off.
 */
export async function dispatchMessages(): Promise<number> {
  const accounts = await accountsWithWork({ table: messages, open: waiting, due });
  let dispatched = 0;
  for (let first = 0; first < accounts.length; first += lanes) {
    const turn = accounts.slice(first, first + lanes);
    const counts = await Promise.all(turn.map(dispatchAccount));
    dispatched += counts.reduce((sum, count) => sum + count, 0);
  }
  return dispatched;
}

async function dispatchAccount(accountId: string): Promise<number> {
  const leaseId = newId();
  const claimed = await claim(accountId, leaseId);
  for (const [carrier, batch] of groupByCarrier(claimed)) {
    const outcomes = await submit(carrier, batch);
    await settle({ accountId, leaseId, carrier, batch, outcomes });
  }
  return claimed.length;
}

function groupByCarrier(claimed: Claimed[]): Map<Carrier, Claimed[]> {
  const groups = new Map<Carrier, Claimed[]>();
  for (const message of claimed) {
    const carrier = chooseCarrier(message);
    const group = groups.get(carrier) ?? [];
    group.push(message);
    groups.set(carrier, group);
  }
  return groups;
}

/** Before the bytes leave, the row says `sending`, with its attempt and a lease only this claim can use. */
async function claim(accountId: string, leaseId: string): Promise<Claimed[]> {
  const rows = db()
    .select({ id: messages.id })
    .from(messages)
    .where(sql`${messages.accountId} = ${accountId} and ${waiting} and ${due}`)
    .orderBy(messages.priority, messages.dueAt, messages.id)
    .limit(batchSize)
    .for("update", { skipLocked: true });
  const picked = db().$with("picked").as(rows);
  return db()
    .with(picked)
    .update(messages)
    .set({
      status: "sending",
      leaseId,
      leaseUntil: sql`now() + ${leaseSeconds} * interval '1 second'`,
      attempts: sql`${messages.attempts} + 1`,
      waitReason: null,
    })
    .where(
      and(
        eq(messages.accountId, accountId),
        inArray(messages.id, db().select({ id: picked.id }).from(picked)),
      ),
    )
    .returning();
}

async function submit(carrier: Carrier, batch: Claimed[]): Promise<SubmitOutcome[]> {
  try {
    return await carrier.submit(batch.map((message) => ({ ...message, messageId: message.id })));
  } catch (error) {
    log().warn(
      { err: error, carrier: carrier.name, messages: batch.length },
      "carrier not reachable",
    );
    return batch.map(() => ({
      kind: "later",
      reason: "carrier_down",
      retryAfterMs: carrierDownMs,
    }));
  }
}

interface Settlement {
  accountId: string;
  leaseId: string;
  carrier: Carrier;
  batch: Claimed[];
  outcomes: SubmitOutcome[];
}

async function settle(settlement: Settlement): Promise<void> {
  const { accountId, carrier, batch, outcomes } = settlement;
  const refs = outcomes.flatMap((outcome) => (outcome.kind === "accepted" ? [outcome.ref] : []));
  const moved = await db().transaction(async (tx) => {
    await rememberRefs(settlement, tx);
    const held = await applyOutcomes(settlement, tx);
    const events = batch.flatMap((message, position) => {
      const outcome = outcomes[position];
      return outcome && held.has(message.id) ? [toEvent(message, outcome)] : [];
    });
    await recordEvents(accountId, events, tx);
    return held;
  });
  announce(accountId, [...moved]);
  await matchParkedReceipts(carrier.name, refs);
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
    select ${carrier.name}, ref, ${accountId}::uuid, message_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(ref text, message_id uuid)
    on conflict do nothing`);
}

/** Moves the rows this claim still holds; a lease that has passed to another worker moves nothing. */
async function applyOutcomes(
  { accountId, leaseId, carrier, batch, outcomes }: Settlement,
  tx: Tx,
): Promise<Set<string>> {
  const rows = batch.map(({ id }, position) => ({ id, ...toColumns(outcomes[position]) }));
  const moved = await tx.execute<{ id: string }>(sql`
    update ${messages} set
      status = outcome.status,
      carrier = ${carrier.name},
      carrier_ref = outcome.ref,
      sent_at = case when outcome.status = 'sent' then now() end,
      ended_at = case when outcome.status = 'failed' then now() end,
      due_at = now() + coalesce(outcome.retry_ms, 0) * interval '1 millisecond',
      wait_reason = case when outcome.status = 'queued' then outcome.reason end,
      reason = case when outcome.status = 'failed' then outcome.reason end,
      carrier_code = outcome.carrier_code,
      lease_id = null,
      lease_until = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as outcome(id uuid, status text, ref text,
      reason text, carrier_code text, retry_ms float8)
    where messages.account_id = ${accountId} and messages.id = outcome.id
      and messages.lease_id = ${leaseId} and messages.status = 'sending'
    returning messages.id`);
  return new Set(moved.map(({ id }) => id));
}

function toColumns(outcome: SubmitOutcome | undefined) {
  switch (outcome?.kind) {
    case "accepted":
      return { status: "sent", ref: outcome.ref };
    case "refused":
      return { status: "failed", reason: outcome.reason, carrier_code: outcome.carrierCode };
    case "later":
      return { status: "queued", reason: outcome.reason, retry_ms: outcome.retryAfterMs };
    case undefined:
      return { status: "queued", reason: "carrier_silent", retry_ms: carrierDownMs };
  }
}

function toEvent({ id, test }: Claimed, outcome: SubmitOutcome): NewEvent {
  const event = { messageId: id, test, source: "worker" as const };
  switch (outcome.kind) {
    case "accepted":
      return { ...event, type: "sent" };
    case "refused":
      return { ...event, ...outcome, type: "sms.failed", terminal: true };
    case "later":
      return { ...event, type: "deferred", reason: outcome.reason };
  }
}
