import { sql } from "drizzle-orm";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";
import { selectStuck } from "./_stuck";

/** Messages of one queue that wait for one reason. */
export interface StuckQueue {
  /** Whose queue; null for messages without a route. */
  carrier: string | null;
  /** Null while they wait for nothing but their turn. */
  reason: string | null;
  /** Among the first 100,000 due messages of all accounts that have a carrier, and as many that have none; at most 20,000 of each account. */
  messages: number;
  /** When the oldest of them should have left. */
  oldestSince: Date;
}

/**
 * The live messages of all accounts that should have left so many minutes ago and are queued, by carrier and reason, most
 * of them first. Throws forbidden unless the actor is an administrator.
 */
export async function countStuck({
  actor,
  input: { minutes },
}: {
  actor: Actor;
  input: { minutes: number };
}): Promise<StuckQueue[]> {
  demandAdmin(actor);
  const rows = await db().execute<Record<"carrier" | "reason", string | null> & Counted>(sql`
    select carrier, reason, count(*)::int as messages, min(due_since) as oldest
    from (${selectStuck(minutes)}) as stuck
    group by carrier, reason order by messages desc`);
  return rows.map(({ oldest, ...queue }) => ({ ...queue, oldestSince: new Date(oldest) }));
}

interface Counted extends Record<string, unknown> {
  messages: number;
  oldest: string;
}
