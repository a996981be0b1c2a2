import { sql } from "drizzle-orm";
import { parkedReceipts, refusedCallbacks } from "@/drizzle/schema/carriers";
import { db } from "../core/db";
import { daysOf } from "../retention/kept";

/** Refused callbacks that are kept: enough to find out why, too few to fill a disk. They may hold numbers and texts. */
const keptRefusals = 1000;
const keptRefusalDays = daysOf("refused_callbacks");

/** Unmatched receipts that are kept, and how long the administrator has to look at them. */
const keptReceipts = 10_000;
const keptReceiptDays = daysOf("parked_receipts");

/** Deletes refused callbacks and unmatched receipts after a month, and of each all but the newest. */
export async function sweepCallbacks(): Promise<void> {
  await db().execute(sql`
    delete from ${refusedCallbacks} where received_at < now() - ${keptRefusalDays} * interval '1 day'
      or id <= (select id from ${refusedCallbacks} order by id desc offset ${keptRefusals} limit 1)`);
  await db().execute(sql`
    delete from ${parkedReceipts} where received_at < now() - ${keptReceiptDays} * interval '1 day'
      or id <= (select id from ${parkedReceipts} order by id desc offset ${keptReceipts} limit 1)`);
}
