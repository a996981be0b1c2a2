import { and, eq, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, demandScope } from "../core/actor";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { publishChange } from "../queue/notice";
import { toMessageView } from "./_message-view";
import type { MessageView } from "./contract";
import { noSuchMessage, readMessageId } from "./read-message-id";
import { recordEvents } from "./record-events";
import { RescheduleInput } from "./schedule-contract";
import { messageSentences } from "./sentences";
import { sourceOf } from "./source-of";
import type { StatusAfter } from "./status";
import { visibleTo } from "./visible-to";

interface Wanted {
  actor: Actor;
  /** The message as on the wire, `msg_…`; `wanted` is a `RescheduleInput` that nobody has checked. */
  input: { messageId: string; wanted: unknown };
}

/**
 * Reschedules a message. A time in the recent past means now, as in a send. Its validity keeps its length and its price
 * stays. Throws invalid_request, not_found, conflict when it is no longer scheduled, and forbidden without the scope
 * `send`.
 */
export async function rescheduleMessage({ actor, input }: Wanted): Promise<MessageView> {
  demandScope(actor, "send");
  const id = readMessageId(input.messageId);
  const { scheduledAt } = parseInput(RescheduleInput, input.wanted);
  const view = await db().transaction((tx) => move({ actor, id, to: scheduledAt }, tx));
  publishChange(actor.accountId, [id]);
  return view;
}

const stays = "scheduled";
const leaves: StatusAfter<typeof stays> = "queued";

interface Move {
  actor: Actor;
  id: string;
  to: Date;
}

async function move({ actor, id, to }: Move, tx: Tx): Promise<MessageView> {
  const mine = and(visibleTo(actor), eq(messages.id, id));
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
    actor.accountId,
    [
      {
        messageId: id,
        type: "rescheduled",
        source: sourceOf(actor),
        test: moved.test,
        raw: { to },
      },
    ],
    tx,
  );
  return toMessageView(moved);
}

async function refusal(mine: ReturnType<typeof and>, tx: Tx): Promise<AppError> {
  const [row] = await tx.select({ status: messages.status }).from(messages).where(mine);
  if (!row) return noSuchMessage();
  return new AppError("conflict", messageSentences.tooLateToReschedule({ status: row.status }));
}
