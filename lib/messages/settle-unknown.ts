import { and, asc, count, eq, min, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandAdmin } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { publicId } from "../core/ids";
import { refundCredits } from "../credits/refund-credits";
import { publishChange } from "../queue/notice";
import { countedColumns, countMovedClause } from "../traffic/count-moved-clause";
import { endMessages } from "./end-messages";
import { noSuchMessage, readMessageId } from "./read-message-id";
import { recordEvents } from "./record-events";
import type { StatusAfter } from "./status";

const becomes = {
  send_again: "queued",
  refund: "failed",
} as const satisfies Record<string, StatusAfter<"unknown">>;

/** As text and not as a parameter: it has to match the words of the index. */
const isUnknown = sql`status = 'unknown'`;

interface Decided {
  actor: Actor;
  input: {
    /** As on the wire, `msg_…`. */
    messageId: string;
    /** `send_again` may be the second copy; `refund` ends it as failed and gives its credits back. */
    decision: keyof typeof becomes;
  };
}

/**
 * Decides about a message whose carrier never said whether it has it. Throws forbidden unless the actor is an
 * administrator, and not_found if no such message is `unknown` any longer.
 */
export async function settleUnknown({
  actor,
  input: { messageId, decision },
}: Decided): Promise<void> {
  demandAdmin(actor);
  const id = readMessageId(messageId);
  const accountId = await db().transaction(async (tx) => {
    // Of whichever account: the administrator reads neither its text nor its recipient here.
    const isIt = and(isUnknown, eq(messages.id, id));
    const [owner] = await tx.select({ accountId: messages.accountId }).from(messages).where(isIt);
    if (!owner) throw noSuchMessage();
    const isTheirs = and(isIt, eq(messages.accountId, owner.accountId));
    const [row] = await tx.select().from(messages).where(isTheirs).for("update");
    if (!row) throw noSuchMessage();
    if (decision === "refund") await refund(row, tx);
    else await sendAgain(row, tx);
    const event = { messageId: id, test: row.test, source: "panel" as const };
    const events =
      decision === "refund"
        ? [{ ...event, type: "sms.failed", terminal: true, reason: "fate_unknown" }]
        : [{ ...event, type: "sent_again" }];
    await recordEvents(row.accountId, events, tx);
    const target = { id: publicId("msg", id) };
    const settled = { action: "message.settled", target, after: { decision } } as const;
    await recordActivity({ actor, accountId: row.accountId, ...settled }, tx);
    return row.accountId;
  });
  publishChange(accountId, [id]);
}

type Unknown = typeof messages.$inferSelect;

async function refund(row: Unknown, tx: Tx): Promise<void> {
  const { accountId, credits } = row;
  const note = "The carrier never confirmed it";
  const refundId = credits > 0 ? await refundCredits({ accountId, credits, note }, tx) : null;
  const end = { status: becomes.refund, reason: "fate_unknown", refundId };
  await endMessages({ accountId, rows: [row], ...end, at: new Date() }, tx);
}

async function sendAgain({ accountId, id }: Unknown, tx: Tx): Promise<void> {
  const now = await databaseNow(tx);
  await tx.execute(sql`
    with moved as (
    update ${messages} set status = ${becomes.send_again}, due_at = ${now.toISOString()}, offered_at = null,
      reason = null, wait_reason = null, lease_id = null, lease_until = null
    where account_id = ${accountId} and id = ${id} and ${isUnknown}
    returning ${countedColumns}
    ), counted as (${countMovedClause({ accountId, was: sql`'unknown'` })})
    select`);
}

/** A message whose carrier never said whether it has it. */
export interface UnknownMessage {
  id: string;
  accountId: string;
  carrier: string | null;
  createdAt: Date;
  reason: string | null;
}

/** The messages of all accounts whose fate is unknown, account by account, how many there are, and the oldest. For administrators. */
export async function listUnknown({
  actor,
  input: { limit },
}: {
  actor: Actor;
  input: { limit: number };
}): Promise<{ messages: UnknownMessage[]; count: number; oldestAt: Date | null }> {
  demandAdmin(actor);
  const [rows, [all]] = await Promise.all([
    db()
      .select({
        id: messages.id,
        accountId: messages.accountId,
        carrier: messages.carrier,
        createdAt: messages.createdAt,
        reason: messages.reason,
      })
      .from(messages)
      .where(isUnknown)
      .orderBy(asc(messages.accountId), asc(messages.id))
      .limit(limit),
    db()
      .select({ count: count(), oldestAt: min(messages.createdAt) })
      .from(messages)
      .where(isUnknown),
  ]);
  return { messages: rows, count: all?.count ?? 0, oldestAt: all?.oldestAt ?? null };
}
