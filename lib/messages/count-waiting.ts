import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";

/** How many messages are due and no carrier was offered them: what is sent as soon as a worker runs. */
export async function countWaiting(): Promise<number> {
  const now = await databaseNow();
  const [row] = await db().execute<{ count: number }>(sql`
    select count(*)::int as count from ${messages}
    where status in ('scheduled', 'queued') and due_at <= ${now.toISOString()} and offered_at is null`);
  return row?.count ?? 0;
}
