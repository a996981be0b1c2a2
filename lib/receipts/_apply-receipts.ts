import { and, asc, eq, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Receipt } from "../carriers/carrier";
import { countFinal } from "../carriers/carrier-minutes";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";
import type { NewEvent } from "../messages/record-events";
import { canMove, isTerminal } from "../messages/status";
import { type StatusChange, updateStatuses } from "../messages/update-statuses";
import { counterOf } from "../metrics/registry";
import { recordMessageSpan } from "../traces/record-message-span";
import { isTracing, spanTime } from "../traces/record-span";
import { withWholeDeliveries } from "./_delivered-parts";
import type { Placed } from "./_placed";

/** Applies one account's receipts in order, against the locked rows and the state table. */
export async function applyReceipts(accountId: string, batch: Placed[], tx: Tx): Promise<void> {
  const startMs = spanTime();
  const ids = [...new Set(batch.map(({ messageId }) => messageId))];
  const rows = await tx
    .select({
      id: messages.id,
      status: messages.status,
      test: messages.test,
      parts: messages.parts,
      bodyStorage: messages.bodyStorage,
      bodyErasedAt: messages.bodyErasedAt,
      verificationId: messages.verificationId,
      segments: messages.segments,
      carrier: messages.carrier,
      sentAt: messages.sentAt,
      now: sql`now()`.mapWith(messages.sentAt),
    })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), anyOf(messages.id, ids)))
    // One order for everybody, so that two batches cannot wait for each other.
    .orderBy(asc(messages.id))
    .for("update");
  const states = new Map(rows.map((row) => [row.id, { ...row, was: row.status }]));
  const changes = new Map<string, StatusChange>();
  const events: NewEvent[] = [];
  for (const { messageId, receipt } of await withWholeDeliveries(
    { accountId, batch, states },
    tx,
  )) {
    const state = states.get(messageId);
    if (!state) continue;
    const moves = canMove(state.status, receipt.status);
    events.push(toEvent(state, receipt, moves));
    if (!moves) continue;
    state.status = receipt.status;
    const carrier = state.carrier ?? "none";
    counterOf("depesza_messages_total").inc({ carrier, state: receipt.status });
    if (isTerminal(receipt.status)) count(state, receipt);
    changes.set(messageId, toChange(state, receipt));
  }
  const at = rows[0]?.now ?? new Date();
  await updateStatuses(accountId, { changes: [...changes.values()], events, at }, tx);
  if (isTracing()) trace(batch, startMs);
}

function trace(batch: Placed[], startMs: number): void {
  for (const { messageId, receipt } of batch) {
    recordMessageSpan({
      ...{ messageId, name: "receipt", kind: "server", startMs, endMs: spanTime() },
      attributes: { "depesza.status": receipt.status, "depesza.reason": receipt.reason ?? "" },
    });
  }
}

type Message = Pick<
  typeof messages.$inferSelect,
  "id" | "test" | "bodyStorage" | "bodyErasedAt" | "verificationId"
>;

function toEvent(message: Message, receipt: Receipt, moves: boolean): NewEvent {
  const { status, at, reason, carrierCode, operator } = receipt;
  // A report may repeat the text.
  const { bodyStorage, bodyErasedAt, verificationId } = message;
  const isKept = bodyStorage === null && bodyErasedAt === null && verificationId === null;
  const raw = isKept ? receipt.raw : null;
  const ends = moves && isTerminal(status);
  const line = { messageId: message.id, test: message.test, source: "carrier" as const };
  const facts = { carrierCode, operator, raw, ...(at ? { at } : {}) };
  // A receipt that moves nothing is history all the same, under a name no webhook listens to.
  if (!moves) return { ...line, ...facts, type: "receipt", reason: status };
  return { ...line, ...facts, type: ends ? `sms.${status}` : status, terminal: ends, reason };
}

function toChange(
  { id, was }: Pick<StatusChange, "id" | "was">,
  { status, reason, carrierCode, operator }: Receipt,
): StatusChange {
  const ended = isTerminal(status);
  return { id, was, status, ended, reason, carrier_code: carrierCode, operator };
}

/** Figures of the carrier; one that is counted though its transaction fails is no harm. */
function count(
  { carrier, sentAt }: { carrier: string | null; sentAt: Date | null },
  receipt: Receipt,
) {
  if (carrier === null) return;
  const delayMs = sentAt ? Math.max(0, Date.now() - sentAt.getTime()) : 0;
  countFinal(carrier, delayMs, receipt.status === "delivered");
}
