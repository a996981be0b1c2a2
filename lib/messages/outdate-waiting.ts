import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";

/**
 * Ends the validity of every message that is due and that no carrier was offered, so that it expires, with its refund,
 * instead of being sent. For after a restore, while no worker runs: they may have been sent since the backup. Returns their
 * number.
 */
export async function outdateWaiting(): Promise<number> {
  const now = (await databaseNow()).toISOString();
  const [row] = await db().execute<{ count: number }>(sql`
    with outdated as (
      update ${messages} set valid_until = ${now}
      where status in ('scheduled', 'queued') and due_at <= ${now} and offered_at is null
      returning 1
    ) select count(*)::int as count from outdated`);
  return row?.count ?? 0;
}
