import { sql } from "drizzle-orm";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";
import { selectStuck } from "./_stuck";

/** A message that should have left and is queued, without its text and its recipient. */
export interface StuckMessage {
  id: string;
  accountId: string;
  carrier: string | null;
  reason: string | null;
  /** When it should have left. */
  dueSince: Date;
  attempts: number;
  /** A carrier may have it, so it can't be refunded. */
  isOffered: boolean;
}

/**
 * The messages that `countStuck` counts, the oldest first. Throws forbidden unless the actor is an administrator.
 */
export async function listStuck({
  actor,
  input: { minutes, limit },
}: {
  actor: Actor;
  input: { minutes: number; limit: number };
}): Promise<StuckMessage[]> {
  demandAdmin(actor);
  const rows = await db().execute<Found>(sql`
    select id, account_id, carrier, reason, attempts, is_offered, due_since
    from (${selectStuck(minutes)}) as stuck
    order by due_since limit ${limit}`);
  return rows.map(({ account_id, is_offered, due_since, ...message }) => ({
    ...message,
    accountId: account_id,
    isOffered: is_offered,
    dueSince: new Date(due_since),
  }));
}

interface Found extends Record<string, unknown> {
  id: string;
  account_id: string;
  carrier: string | null;
  reason: string | null;
  attempts: number;
  is_offered: boolean;
  due_since: string;
}
