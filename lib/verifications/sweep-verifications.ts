import { type SQL, sql } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { accountsWithWork } from "../queue/accounts-with-work";
import { daysOf } from "../retention/kept";
import { lapsedKnownMs } from "./_times";

const accountsAtOnce = 100;
const rowsAtOnce = 1000;
const dayMs = 86_400_000;

interface Sweep {
  /** The rows of an index, in its words, and by what it is ordered. */
  open: SQL;
  order: SQL;
  before: Date;
}

/**
 * Deletes verifications that are too old, and decoys that nobody would be answered by any more, some of a few accounts.
 * Returns how many, so that the worker comes back at once while there are more.
 */
export async function sweepVerifications(): Promise<number> {
  const nowMs = (await databaseNow()).getTime();
  const old = new Date(nowMs - daysOf("verifications") * dayMs);
  const lapsed = new Date(nowMs - lapsedKnownMs);
  return (
    (await sweep({ open: sql`true`, order: sql`created_at`, before: old })) +
    (await sweep({ open: sql`decoy`, order: sql`expires_at`, before: lapsed }))
  );
}

async function sweep({ open, order, before }: Sweep): Promise<number> {
  const due = sql`${order} <= ${before.toISOString()}::timestamptz`;
  const found = await accountsWithWork({ table: verifications, open, due, order });
  let swept = 0;
  for (const id of found.slice(0, accountsAtOnce)) {
    const deleted = await db().execute(sql`
      delete from ${verifications} where account_id = ${id} and ${open} and ${due} and id = any(array(
        select id from ${verifications} where account_id = ${id} and ${open} and ${due}
        order by ${order} limit ${rowsAtOnce}
      )) returning id`);
    swept += deleted.length;
  }
  return swept;
}
