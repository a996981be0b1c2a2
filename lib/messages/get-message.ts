import { and, asc, eq } from "drizzle-orm";
import { messageEvents, messages } from "@/drizzle/schema/messages";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { toMessageView } from "./_message-view";
import type { MessageDetail, MessageEventView } from "./contract";
import { noSuchMessage, readMessageId } from "./read-message-id";
import { viewMessages } from "./view-messages";
import { visibleTo } from "./visible-to";

interface Wanted {
  actor: Actor;
  /** As on the wire, `msg_…`. */
  input: { messageId: string };
}

/**
 * One message with its history, oldest first. Throws not_found, also for one that the actor can't see, and forbidden
 * without `read_messages`.
 */
export async function getMessage({ actor, input }: Wanted): Promise<MessageDetail> {
  demandPermission(actor, "read_messages");
  const { accountId } = actor;
  const id = readMessageId(input.messageId);
  const [[row], events] = await Promise.all([
    db()
      .select()
      .from(messages)
      .where(and(visibleTo(actor), eq(messages.id, id))),
    db()
      .select()
      .from(messageEvents)
      .where(and(eq(messageEvents.accountId, accountId), eq(messageEvents.messageId, id)))
      .orderBy(asc(messageEvents.id)),
  ]);
  if (!row) throw noSuchMessage();
  const [view = toMessageView(row)] = await viewMessages(accountId, [row]);
  return { ...view, events: [acceptance(row), ...events.map(toEventView)] };
}

/** Acceptance is the row itself, so that the hot path writes one row a message and not two. */
function acceptance(row: typeof messages.$inferSelect): MessageEventView {
  return {
    type: (row.firstScheduledAt ?? row.scheduledAt) ? "scheduled" : "accepted",
    at: row.createdAt.toISOString(),
    source: row.source,
    reason: null,
    carrier_code: null,
    operator: null,
  };
}

function toEventView(event: typeof messageEvents.$inferSelect): MessageEventView {
  return {
    type: event.type,
    at: event.at.toISOString(),
    source: event.source,
    reason: event.reason,
    carrier_code: event.carrierCode,
    operator: event.operator,
  };
}
