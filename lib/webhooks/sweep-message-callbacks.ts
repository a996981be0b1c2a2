import { sql } from "drizzle-orm";
import { messageCallbacks } from "@/drizzle/schema/webhooks";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { daysOf } from "../retention/kept";

const batchSize = 1000;
const dayMs = 86_400_000;

/**
 * Forgets where some of the messages reported to that have been over for long. Returns how many, so that the worker comes
 * back at once while there are more.
 */
export async function sweepMessageCallbacks(): Promise<number> {
  const now = await databaseNow();
  const before = new Date(now.getTime() - daysOf("message_callbacks") * dayMs).toISOString();
  const old = await db().execute<{ account_id: string; message_id: string }>(sql`
    select account_id, message_id from ${messageCallbacks}
    where created_at < ${before}::timestamptz limit ${batchSize}`);
  if (old.length === 0) return 0;
  await db().execute(sql`
    delete from ${messageCallbacks} kept
    using jsonb_to_recordset(${JSON.stringify(old)}::jsonb) as old(account_id uuid, message_id uuid)
    where kept.account_id = old.account_id and kept.message_id = old.message_id`);
  return old.length;
}
