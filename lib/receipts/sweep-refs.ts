import { sql } from "drizzle-orm";
import { carrierMessages } from "@/drizzle/schema/carriers";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { daysOf } from "../retention/kept";

const batchSize = 1000;
const dayMs = 86_400_000;

/**
 * Forgets some of the carriers' IDs that are too old for any receipt to name them. Returns how many, so that the worker
 * comes back at once while there are more.
 */
export async function sweepRefs(): Promise<number> {
  const now = await databaseNow();
  const before = new Date(now.getTime() - daysOf("carrier_messages") * dayMs).toISOString();
  const old = await db().execute<{ carrier: string; ref: string }>(sql`
    select carrier, ref from ${carrierMessages}
    where created_at < ${before}::timestamptz limit ${batchSize}`);
  if (old.length === 0) return 0;
  // Not one that a carrier has used again meanwhile.
  await db().execute(sql`
    delete from ${carrierMessages} kept using jsonb_to_recordset(${JSON.stringify(old)}::jsonb) as old(carrier text, ref text)
    where kept.carrier = old.carrier and kept.ref = old.ref and kept.created_at < ${before}::timestamptz`);
  return old.length;
}
