import { sql } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";

/** Whoever has more has too many. */
const maxCounted = 10_000;

/**
 * How many webhook deliveries are due, at most 10,000, and how long the oldest of these has been; 0 for none. What waits
 * for the program of a listener is not late.
 */
export async function countPending(): Promise<{ deliveries: number; oldestSeconds: number }> {
  const [row] = await db().execute<{ deliveries: number; oldest: number }>(sql`
    select count(*)::int as deliveries,
      coalesce(extract(epoch from now() - min(due_at)), 0)::float8 as oldest
    from (
      select d.due_at from ${webhookDeliveries} d
      left join ${webhookEndpoints} e on e.account_id = d.account_id and e.id = d.endpoint_id
      where d.status = 'pending' and d.due_at <= now() and e.pulled_at is null
      limit ${maxCounted}
    ) as due`);
  return { deliveries: row?.deliveries ?? 0, oldestSeconds: row?.oldest ?? 0 };
}
