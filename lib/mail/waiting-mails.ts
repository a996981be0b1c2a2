import { sql } from "drizzle-orm";
import { waitingMails as table } from "@/drizzle/schema/mails";
import { db } from "../core/db";

/** How many emails the mail server has not taken yet, and since when. */
export async function waitingMails(): Promise<{ count: number; oldestAt: Date | null }> {
  const [row] = await db().execute<{ count: number; oldest: string | null }>(
    sql`select count(*)::int as count, min(created_at) as oldest from ${table}`,
  );
  return { count: row?.count ?? 0, oldestAt: row?.oldest ? new Date(row.oldest) : null };
}
