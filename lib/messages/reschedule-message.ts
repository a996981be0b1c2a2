import { and, eq, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { publishChange } from "../queue/notice";
import { toMessageView } from "./_message-view";
import type { MessageView } from "./contract";
import { noSuchMessage, readMessageId } from "./read-message-id";
import { recordEvents } from "./record-events";
import { RescheduleInput } from "./schedule-contract";
import type { StatusAfter } from "./status";
import type { Viewer } from "./viewer";
import { visibleTo } from "./visible-to";

interface Place extends Viewer {
  /** As on the wire, `msg_…`. */
  messageId: string;
  source?: "api" | "panel";
}

/**
 * Moves a scheduled message to another time, which counts as in a send: the recent past means now. Its
 * validity keeps its length and its price stays. Throws invalid_request, not_found, and conflict when it
 * is not waiting for its time any more.
 */
export async function rescheduleMessage(
  { messageId, source = "api", ...viewer }: Place,
  wire: unknown,
): Promise<MessageView> {
  const id = readMessageId(messageId);
  const { scheduledAt } = parseInput(RescheduleInput, wire);
  const view = await db().transaction((tx) => move({ viewer, id, source, to: scheduledAt }, tx));
  publishChange(viewer.accountId, [id]);
  return view;
}

const stays = "scheduled";
const leaves: StatusAfter<typeof stays> = "queued";

interface Move {
  viewer: Viewer;
  id: string;
  source: "api" | "panel";
  to: Date;
}

async function move({ viewer, id, source, to }: Move, tx: Tx): Promise<MessageView> {
  const mine = and(visibleTo(viewer), eq(messages.id, id));
  const at = sql`${to.toISOString()}::timestamptz`;
  // The condition on the status is what a worker's claim is raced by: one of the two finds it changed.
  const [moved] = await tx
    .update(messages)
    .set({
      status: sql`case when ${at} > now() then ${stays} else ${leaves} end`,
      // Also when that is now: how long it took counts from here, not from its acceptance long ago.
      scheduledAt: sql`greatest(${at}, now())`,
      firstScheduledAt: sql`coalesce(${messages.firstScheduledAt}, ${messages.scheduledAt})`,
      dueAt: sql`greatest(${at}, now())`,
      waitReason: null,
      validUntil: sql`greatest(${at}, now()) + (${messages.validUntil} - ${messages.scheduledAt})`,
    })
    .where(and(mine, eq(messages.status, stays)))
    .returning();
  if (!moved) throw await refusal(mine, tx);
  await recordEvents(
    viewer.accountId,
    [{ messageId: id, type: "rescheduled", source, test: moved.test, raw: { to } }],
    tx,
  );
  return toMessageView(moved);
}

async function refusal(mine: ReturnType<typeof and>, tx: Tx): Promise<AppError> {
  const [row] = await tx.select({ status: messages.status }).from(messages).where(mine);
  if (!row) return noSuchMessage();
  return new AppError(
    "conflict",
    `This message can't be rescheduled: its status is ${row.status}.`,
  );
}
