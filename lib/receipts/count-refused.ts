import { sql } from "drizzle-orm";
import { refusedCallbacks } from "@/drizzle/schema/carriers";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";

/** Callbacks of one carrier that were refused for one reason. */
export interface RefusedGroup {
  carrier: string;
  reason: string;
  count: number;
  firstAt: Date;
  lastAt: Date;
}

const maxGroups = 50;

/**
 * The callbacks that were refused in the last hours, by carrier and reason, the newest first. A few thousand are kept at
 * most. Throws forbidden unless the actor is an administrator.
 */
export async function countRefused({
  actor,
  input: { hours },
}: {
  actor: Actor;
  input: { hours: number };
}): Promise<RefusedGroup[]> {
  demandAdmin(actor);
  const rows = await db().execute<Row>(sql`
    select carrier, reason, count(*)::int as count, min(received_at) as first, max(received_at) as last
    from ${refusedCallbacks} where received_at > now() - ${hours} * interval '1 hour'
    group by carrier, reason order by last desc limit ${maxGroups}`);
  return rows.map(({ first, last, ...group }) => ({
    ...group,
    firstAt: new Date(first),
    lastAt: new Date(last),
  }));
}

interface Row extends Record<string, unknown> {
  carrier: string;
  reason: string;
  count: number;
  first: string;
  last: string;
}
