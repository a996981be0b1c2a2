import { and, asc, eq, sql } from "drizzle-orm";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";
import { ownerOfMessage } from "../messages/owner-of-message";
import { noSuchMessage } from "../messages/read-message-id";

/** What an administrator sees of a message, and of its history: what became of it, not what it says or to whom. */
export type WatchedMessage = Awaited<ReturnType<typeof lookAtMessage>>;

/** A message has a few lines; one that was retried for days has more than anybody reads. */
const maxLines = 200;

/**
 * One message of any account with its history, oldest first, by its ID on the wire. Throws not_found, and forbidden unless
 * the actor is an administrator.
 */
export async function lookAtMessage({
  actor,
  input,
}: {
  actor: Actor;
  input: { messageId: string };
}) {
  demandAdmin(actor);
  const owned = await ownerOfMessage({ actor, input });
  const [[row], history] = await Promise.all([readFacts(owned), readHistory(owned)]);
  if (!row) throw noSuchMessage();
  return { ...row, history };
}

interface Owned {
  id: string;
  accountId: string;
}

function readFacts({ id, accountId }: Owned) {
  return db()
    .select({
      id: messages.id,
      accountId: messages.accountId,
      status: messages.status,
      test: messages.test,
      /** The last three digits. */
      recipientEnd: sql<string>`right(${messages.to}, 3)`,
      carrier: messages.carrier,
      route: messages.route,
      carrierRef: messages.carrierRef,
      reason: messages.reason,
      waitReason: messages.waitReason,
      carrierCode: messages.carrierCode,
      segments: messages.segments,
      credits: messages.credits,
      refundId: messages.refundId,
      attempts: messages.attempts,
      /** Since when a carrier may have it. */
      offeredAt: messages.offeredAt,
      createdAt: messages.createdAt,
      scheduledAt: messages.scheduledAt,
      dueAt: messages.dueAt,
      validUntil: messages.validUntil,
      sentAt: messages.sentAt,
      endedAt: messages.endedAt,
    })
    .from(messages)
    .where(and(eq(messages.accountId, accountId), eq(messages.id, id)));
}

/** Without what carriers sent: a report may quote the text. */
function readHistory({ id, accountId }: Owned) {
  return db()
    .select({
      id: messageEvents.id,
      type: messageEvents.type,
      at: messageEvents.at,
      source: messageEvents.source,
      reason: messageEvents.reason,
      carrierCode: messageEvents.carrierCode,
    })
    .from(messageEvents)
    .where(and(eq(messageEvents.accountId, accountId), eq(messageEvents.messageId, id)))
    .orderBy(asc(messageEvents.id))
    .limit(maxLines);
}
