import { sql } from "drizzle-orm";
import { parkedReceipts, refusedCallbacks, simulatorMessages } from "@/drizzle/schema/carriers";
import { db } from "../core/db";

/** Refused callbacks that are kept: enough to find out why, too few to fill a disk. */
const keptRefusals = 1000;

/**
 * Forgets what no longer helps: refused callbacks but the newest thousand, unmatched receipts after 24 h
 * (longer no carrier takes to answer a submit), and the simulator's memory after a week.
 */
export async function sweepCallbacks(): Promise<void> {
  await db().execute(sql`
    delete from ${refusedCallbacks} where id < (
      select id from ${refusedCallbacks} order by id desc offset ${keptRefusals} limit 1)`);
  await db().execute(
    sql`delete from ${parkedReceipts} where received_at < now() - interval '24 hours'`,
  );
  await db().execute(
    sql`delete from ${simulatorMessages} where created_at < now() - interval '7 days'`,
  );
}
