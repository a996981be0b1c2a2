import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";

/** How many due messages wait because no route leads to a carrier, and when the newest of them should have been sent. */
export async function countUnrouted(): Promise<{ count: number; newest: Date | null }> {
  const [row] = await db().execute<{ count: number; newest: string | null }>(sql`
    select count(*)::int as count, max(coalesce(scheduled_at, created_at)) as newest
    from ${messages}
    where status in ('scheduled', 'queued') and carrier is null and wait_reason = 'no_route'`);
  return { count: row?.count ?? 0, newest: row?.newest ? new Date(row.newest) : null };
}
