import { sql } from "drizzle-orm";
import { verificationStops } from "@/drizzle/schema/fraud";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { accountsWithWork } from "../queue/accounts-with-work";
import { daysOf } from "../retention/kept";

const accountsAtOnce = 100;
const rowsAtOnce = 1000;
const dayMs = 86_400_000;

/** Deletes stops that have long been over, some of a few accounts. Returns how many, as sweeps do. */
export async function sweepStops(): Promise<number> {
  const before = (await databaseNow()).getTime() - daysOf("verification_stops") * dayMs;
  const due = sql`until <= ${new Date(before).toISOString()}::timestamptz`;
  const work = { table: verificationStops, open: sql`true`, due, order: sql`until` };
  let swept = 0;
  for (const id of (await accountsWithWork(work)).slice(0, accountsAtOnce)) {
    const deleted = await db().execute(sql`
      delete from ${verificationStops} where account_id = ${id} and ${due} and prefix = any(array(
        select prefix from ${verificationStops} where account_id = ${id} and ${due}
        order by until limit ${rowsAtOnce}
      )) returning prefix`);
    swept += deleted.length;
  }
  return swept;
}
