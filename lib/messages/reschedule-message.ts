import { and, eq, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db, type Tx } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { publishChange } from "../queue/notice";
import { countedColumns, countMovedClause } from "../traffic/count-moved-clause";
import { toMessageView } from "./_message-view";
import type { MessageView } from "./contract";
import { noSuchMessage, readMessageId } from "./read-message-id";
import { recordEvents } from "./record-events";
import { RescheduleInput } from "./schedule-contract";
import { messageSentences } from "./sentences";
import { sourceOf } from "./source-of";
import type { MessageStatus, StatusAfter } from "./status";
import { visibleTo } from "./visible-to";

interface Wanted {
  actor: Actor;
  /** The message as on the wire, `msg_…`; `wanted` is a `RescheduleInput` that nobody has checked. */
  input: { messageId: string; wanted: unknown };
}

/**
 * Reschedules a message. A time in the recent past means now, as in a send. Its validity keeps its length and its price
 * stays. Throws invalid_request, not_found, conflict when it is no longer scheduled, and forbidden without `send_messages`.
 */
export async function rescheduleMessage({ actor, input }: Wanted): Promise<MessageView> {
  demandPermission(actor, "send_messages");
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
  // Locked, so that a worker's claim finds it changed, or this finds it claimed.
  const [row] = await tx.select().from(messages).where(mine).for("update");
  if (!row) throw noSuchMessage();
  if (row.status !== stays) {
    throw new AppError("conflict", messageSentences.tooLateToReschedule({ status: row.status }));
  }
  const moved = { ...row, ...placeAt(row, { to, now: await databaseNow(tx) }) };
  await store(moved, tx);
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

type Message = typeof messages.$inferSelect;

/** What a message becomes by its new time. Also when that is now: how long it took counts from here. */
function placeAt(row: Message, { to, now }: { to: Date; now: Date }) {
  const at = to > now ? to : now;
  const status: MessageStatus = to > now ? stays : leaves;
  const validMs = row.validUntil.getTime() - (row.scheduledAt ?? row.createdAt).getTime();
  return {
    status,
    scheduledAt: at,
    firstScheduledAt: row.firstScheduledAt ?? row.scheduledAt,
    dueAt: at,
    waitReason: null,
    validUntil: new Date(at.getTime() + validMs),
  };
}

async function store(row: Message, tx: Tx): Promise<void> {
  const { accountId, id, status, dueAt, validUntil, firstScheduledAt: first } = row;
  await tx.execute(sql`
    with moved as (
    update ${messages} set status = ${status}, scheduled_at = ${dueAt.toISOString()},
      first_scheduled_at = ${first?.toISOString() ?? null}, due_at = ${dueAt.toISOString()}, wait_reason = null,
      valid_until = ${validUntil.toISOString()}
    where account_id = ${accountId} and id = ${id}
    returning ${countedColumns}
    ), counted as (${countMovedClause({ accountId, was: sql.raw(`'${stays}'`) })})
    select`);
}
