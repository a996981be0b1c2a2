import { sql } from "drizzle-orm";
import { webhookAttempts } from "@/drizzle/schema/webhooks";
import type { Tx } from "../core/db";

interface Wanted {
  accountId: string;
  /** The first event that is too young. */
  before: string;
  limit: number;
}

/** Deletes up to `limit` attempts of an account's older events, and returns how many. Joins `tx`. */
export async function sweepAttemptsOf(
  { accountId, before, limit }: Wanted,
  tx: Tx,
): Promise<number> {
  const deleted = await tx.execute(sql`
    delete from ${webhookAttempts} where account_id = ${accountId}::uuid and event_id < ${before}::uuid
      and (endpoint_id, event_id, id) in (
        select endpoint_id, event_id, id from ${webhookAttempts}
        where account_id = ${accountId}::uuid and event_id < ${before}::uuid limit ${limit})
    returning id`);
  return deleted.length;
}
