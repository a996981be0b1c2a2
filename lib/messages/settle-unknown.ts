import { and, asc, count, eq, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, demandAdmin } from "../core/actor";
import { db, type Tx } from "../core/db";
import { refundCredits } from "../credits/refund-credits";
import { publishChange } from "../queue/notice";
import { noSuchMessage, readMessageId } from "./read-message-id";
import { recordEvents } from "./record-events";
import type { StatusAfter } from "./status";

const becomes: Record<"send_again" | "refund", StatusAfter<"unknown">> = {
  send_again: "queued",
  refund: "failed",
};

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
    const [row] = await tx
      .select()
      .from(messages)
      .where(and(isUnknown, eq(messages.id, id)))
      .for("update");
    if (!row) throw noSuchMessage();
    const refundId = decision === "refund" ? await refund(row, tx) : null;
    await tx
      .update(messages)
      .set({
        ...(decision === "refund"
          ? { endedAt: new Date(), refundId, reason: "fate_unknown" }
          : { dueAt: sql`now()`, offeredAt: null, reason: null }),
        status: becomes[decision],
        waitReason: null,
        leaseId: null,
        leaseUntil: null,
      })
      .where(and(eq(messages.accountId, row.accountId), eq(messages.id, id)));
    const event = { messageId: id, test: row.test, source: "panel" as const };
    const events =
      decision === "refund"
        ? [{ ...event, type: "sms.failed", terminal: true, reason: "fate_unknown" }]
        : [{ ...event, type: "sent_again" }];
    await recordEvents(row.accountId, events, tx);
    return row.accountId;
  });
  publishChange(accountId, [id]);
}

async function refund(row: typeof messages.$inferSelect, tx: Tx): Promise<string | null> {
  const { accountId, credits } = row;
  if (credits === 0) return null;
  return refundCredits({ accountId, credits, note: "The carrier never confirmed it" }, tx);
}

/** A message whose carrier never said whether it has it. */
export interface UnknownMessage {
  id: string;
  accountId: string;
  carrier: string | null;
  createdAt: Date;
  reason: string | null;
}

/** The messages of all accounts whose fate is unknown, the oldest first, and how many there are. For administrators. */
export async function listUnknown({
  actor,
  input: { limit },
}: {
  actor: Actor;
  input: { limit: number };
}): Promise<{ messages: UnknownMessage[]; count: number }> {
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
    db().select({ count: count() }).from(messages).where(isUnknown),
  ]);
  return { messages: rows, count: all?.count ?? 0 };
}
