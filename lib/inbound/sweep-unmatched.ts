import { sql } from "drizzle-orm";
import { inboundMessages } from "@/drizzle/schema/inbound";
import { db } from "../core/db";

/** Messages to numbers that no account has: how many are kept, and for how long somebody may still claim the number. */
const kept = 10_000;
const keptDays = 30;

/** Deletes the messages from phones that no account got, after a month and beyond the newest ten thousand. */
export async function sweepUnmatched(): Promise<void> {
  await db().execute(sql`
    delete from ${inboundMessages}
    where account_id is null and (received_at < now() - ${keptDays} * interval '1 day'
      or id <= (select id from ${inboundMessages} where account_id is null
        order by id desc offset ${kept} limit 1))`);
}
