import { sql } from "drizzle-orm";
import { waitingMails } from "@/drizzle/schema/mails";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";

/** How many emails the mail server has not taken yet, and since when. Throws forbidden unless the actor is an administrator. */
export async function countWaitingMails({
  actor,
}: {
  actor: Actor;
}): Promise<{ count: number; oldestAt: Date | null }> {
  demandAdmin(actor);
  const [row] = await db().execute<{ count: number; oldest: string | null }>(
    sql`select count(*)::int as count, min(created_at) as oldest from ${waitingMails}`,
  );
  return { count: row?.count ?? 0, oldestAt: row?.oldest ? new Date(row.oldest) : null };
}
