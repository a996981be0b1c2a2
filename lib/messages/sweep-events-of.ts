import { sql } from "drizzle-orm";
import { messageEvents } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";

interface Wanted {
  accountId: string;
  /** The first message that is too young. */
  before: string;
  limit: number;
}

/** Deletes up to `limit` lines of the histories of an account's older messages, and returns how many. Joins `tx`. */
export async function sweepEventsOf({ accountId, before, limit }: Wanted, tx: Tx): Promise<number> {
  const deleted = await tx.execute(sql`
    delete from ${messageEvents} where account_id = ${accountId}::uuid and message_id < ${before}::uuid
      and (message_id, id) in (
        select message_id, id from ${messageEvents}
        where account_id = ${accountId}::uuid and message_id < ${before}::uuid
        order by message_id, id limit ${limit})
    returning id`);
  return deleted.length;
}
