import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { mayBecome } from "./may-become";

/** A claimed message, and whether a carrier may have had it before this claim. */
export type ClaimedMessage = typeof messages.$inferSelect & { offeredBefore: Date | null };

/** A dead worker's messages become anybody's after this long (picked up within 30 s). */
const leaseSeconds = 20;

/** A queue: the messages of one carrier, live ones or tests. Neither waits for the other's. */
export interface CarrierQueue {
  carrier: string;
  test: boolean;
  /** Only single sends: nothing of a batch or a campaign. */
  isUrgent?: boolean;
}

interface Claim {
  accountId: string;
  queue: CarrierQueue;
  leaseId: string;
  limit: number;
  /** Only those that the carrier may have had before: it gets no new ones. */
  isDraining?: boolean;
}

/** The messages that are not with a carrier yet. */
export const waiting = mayBecome("sending");

/**
 * Both priorities are named so that the index (…, priority, due_at) is entered twice, not walked. The validity is
 * compared as an expression: as a condition of an index, a planner without statistics enters that of open messages
 * and sorts all of them (160,000 rows: 580 ms, and 0.5 ms this way).
 */
export function dueIn({ carrier, test, isUrgent = false }: CarrierQueue): SQL {
  const priorities = isUrgent ? sql`priority = 0` : sql`priority in (0, 1)`;
  return sql`test = ${test} and carrier = ${carrier} and ${priorities} and due_at <= now() and valid_until - now() > interval '0'`;
}

/** The order of the index that finds waiting messages: by queue, the most urgent and the longest due of each first. */
export const dueOrder = sql`test, carrier, priority, due_at`;

/**
 * Claims up to `limit` due messages of an account, the most urgent first. Before the bytes leave, the row says `sending`,
 * with its attempt and a lease only this claim can use.
 */
export async function claimMessages({
  accountId,
  queue,
  leaseId,
  limit,
  isDraining = false,
}: Claim): Promise<ClaimedMessage[]> {
  const rows = db()
    .select({ id: messages.id, offeredAt: messages.offeredAt })
    .from(messages)
    .where(
      sql`${messages.accountId} = ${accountId} and ${waiting} and ${dueIn(queue)} and (not ${isDraining} or offered_at is not null)`,
    )
    .orderBy(messages.priority, messages.dueAt, messages.id)
    .limit(limit)
    .for("update", { skipLocked: true });
  const picked = db().$with("picked").as(rows);
  // As a list, so that rows are looked up by their key: a join may read the whole table for them.
  const isPicked = sql`${messages.id} = any(array(select id from picked))`;
  const wasOffered = sql`${messages.id} in (select id from picked where offered_at is not null)`;
  return db()
    .with(picked)
    .update(messages)
    .set({
      status: "sending",
      leaseId,
      leaseUntil: sql`now() + ${leaseSeconds} * interval '1 second'`,
      attempts: sql`${messages.attempts} + 1`,
      offeredAt: sql`coalesce(${messages.offeredAt}, now())`,
    })
    .where(and(eq(messages.accountId, accountId), isPicked))
    .returning({
      ...getTableColumns(messages),
      offeredBefore:
        sql<Date | null>`case when ${wasOffered} then ${messages.offeredAt} end`.mapWith(
          messages.offeredAt,
        ),
    });
}
