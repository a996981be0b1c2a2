import { sql } from "drizzle-orm";
import { messageCallbacks } from "@/drizzle/schema/webhooks";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { accountsWithWork } from "../queue/accounts-with-work";
import { daysOf } from "../retention/kept";

const accountsAtOnce = 100;
const rowsAtOnce = 1000;
const keptHours = daysOf("message_callbacks") * 24;

/**
 * Forgets where messages reported to that have been over for long, some of a few accounts. Returns how many, so that the
 * worker comes back at once while there are more.
 */
export async function sweepMessageCallbacks(): Promise<number> {
  const found = await accountsWithWork({
    table: messageCallbacks,
    open: sql`true`,
    // In words of the index: of an account without any, one entry is read.
    due: sql`created_at <= now() - interval '${sql.raw(String(keptHours))} hours'`,
    order: sql`created_at`,
  });
  const now = await databaseNow();
  const before = new Date(now.getTime() - keptHours * 3_600_000).toISOString();
  let swept = 0;
  for (const id of found.slice(0, accountsAtOnce)) {
    const deleted = await db().execute(sql`
      delete from ${messageCallbacks} kept where kept.account_id = ${id}
        and kept.created_at <= ${before}::timestamptz and kept.message_id = any(array(
          select message_id from ${messageCallbacks} oldest
          where oldest.account_id = ${id} order by oldest.created_at limit ${rowsAtOnce}
        )) returning kept.message_id`);
    swept += deleted.length;
  }
  return swept;
}
