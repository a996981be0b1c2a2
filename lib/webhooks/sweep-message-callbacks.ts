import { and, eq, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { messageCallbacks, webhookDeliveries } from "@/drizzle/schema/webhooks";
import { anyOf } from "../core/any-of";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { accountsWithWork } from "../queue/accounts-with-work";
import { daysOf } from "../retention/kept";

const accountsAtOnce = 100;
const rowsAtOnce = 1000;
const keptHours = daysOf("message_callbacks") * 24;

/**
 * Forgets where messages reported to that have been over for long, some of a few accounts. A message that was moved, or has
 * a callback that waits, is looked at again when as much time has passed. Returns how many rows were looked at, so that the
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
  let swept = 0;
  for (const id of found.slice(0, accountsAtOnce)) swept += await sweepAccount(id, now);
  return swept;
}

async function sweepAccount(id: string, now: Date): Promise<number> {
  const before = new Date(now.getTime() - keptHours * 3_600_000).toISOString();
  const rows = await db().execute<{ message_id: string; is_open: boolean }>(sql`
    select oldest.message_id, (m.id is not null and m.ended_at is null) or exists (
      select 1 from ${webhookDeliveries} d
      where d.account_id = ${id}::uuid and d.message_id = oldest.message_id
        and d.endpoint_id = oldest.endpoint_id and d.status = 'pending') as is_open
    from (
      select message_id, endpoint_id from ${messageCallbacks}
      where account_id = ${id}::uuid and created_at <= ${before}::timestamptz
      order by created_at limit ${rowsAtOnce}
    ) oldest
    left join ${messages} m on m.account_id = ${id}::uuid and m.id = oldest.message_id`);
  const idsOf = (isOpen: boolean) =>
    rows.filter((row) => row.is_open === isOpen).map((row) => row.message_id);
  const whichOf = (isOpen: boolean) =>
    and(eq(messageCallbacks.accountId, id), anyOf(messageCallbacks.messageId, idsOf(isOpen)));
  await db().delete(messageCallbacks).where(whichOf(false));
  await db().update(messageCallbacks).set({ createdAt: now }).where(whichOf(true));
  return rows.length;
}
