import { sql } from "drizzle-orm";
import { verifications } from "@/drizzle/schema/verifications";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { accountsWithWork } from "../queue/accounts-with-work";
import { publishProgress } from "../queue/notice";
import { lapseVerifications } from "./_lapse-verifications";

const accountsAtOnce = 100;
const perAccount = 100;

/**
 * Ends verifications whose time is over, some of a few accounts, and enqueues `verification.expired`. Returns how many, so
 * that the worker comes back at once while there are more. Nothing waits for it: a code that is too old is never approved.
 */
export async function expireVerifications(): Promise<number> {
  const found = await accountsWithWork({
    table: verifications,
    open: sql`status = 'pending' and not decoy`,
    due: sql`expires_at <= now()`,
    order: sql`expires_at`,
  });
  let ended = 0;
  for (const accountId of found.slice(0, accountsAtOnce)) {
    const eventIds = await db().transaction(async (tx) =>
      lapseVerifications({ accountId, now: await databaseNow(tx), limit: perAccount }, tx),
    );
    publishProgress(accountId, eventIds);
    ended += eventIds.length;
  }
  return ended;
}
