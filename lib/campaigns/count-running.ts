import { sql } from "drizzle-orm";
import { campaigns } from "@/drizzle/schema/campaigns";
import { db } from "../core/db";

/** How many campaigns of all accounts are being sent. */
export async function countRunning(): Promise<number> {
  const [row] = await db().execute<{ running: number }>(sql`
    select count(*)::int as running from ${campaigns} 
    where status <> 'draft' and ended_at is null and status = 'running' and not test`);
  return row?.running ?? 0;
}
