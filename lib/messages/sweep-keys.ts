import { sql } from "drizzle-orm";
import { idempotencyKeys } from "@/drizzle/schema/messages";
import { db } from "../core/db";
import { accountsWithWork } from "../queue/accounts-with-work";
import { keptDays, keyIsOver } from "./key-is-over";

const accountsAtOnce = 100;
const keysAtOnce = 1000;

/**
 * Deletes idempotency keys whose time is over, some of a few accounts. Returns how many, so that the worker comes back at
 * once while there are more. A key that is used again meanwhile stays.
 */
export async function sweepKeys(): Promise<number> {
  const isOver = keyIsOver({ madeAt: sql`kept.created_at` });
  const found = await accountsWithWork({
    table: idempotencyKeys,
    open: sql`true`,
    // In words of the index: of an account without any, one entry is read.
    due: sql`created_at <= now() - interval '${sql.raw(String(keptDays * 24))} hours'`,
    order: sql`created_at`,
  });
  let swept = 0;
  for (const id of found.slice(0, accountsAtOnce)) {
    const deleted = await db().execute(sql`
      delete from ${idempotencyKeys} kept where kept.account_id = ${id} and ${isOver} and kept.key = any(array(
        select key from ${idempotencyKeys} oldest
        where oldest.account_id = ${id} order by oldest.created_at limit ${keysAtOnce}
      )) returning kept.key`);
    swept += deleted.length;
  }
  return swept;
}
