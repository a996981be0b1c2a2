import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";

/** Live messages that should have left. */
export interface MessageQueue {
  /** Null for those without a route. */
  carrier: string | null;
  /** Of a batch or a campaign. */
  isBulk: boolean;
  messages: number;
  /** How long the oldest of them has been due. */
  oldestSeconds: number;
}

/** One that is put off after a failure is due again within this time; what is held is due in many years. */
const putOffSeconds = 60;

/**
 * What waits for each carrier, by class. A message of a campaign that has not been tried may have been held, and is due
 * since it was released; all others are since they were accepted, or scheduled for.
 */
export async function readQueues(): Promise<MessageQueue[]> {
  const dueSince = sql`case when send_id is not null and attempts = 0 then due_at
    else coalesce(scheduled_at, created_at) end`;
  const rows = await db().execute<MessageQueue & Record<string, unknown>>(sql`
    select carrier, priority > 0 as "isBulk", count(*)::int as messages,
      greatest(0, extract(epoch from now() - min(${dueSince})))::float8 as "oldestSeconds"
    from ${messages}
    where not test and status in ('scheduled', 'queued')
      and (due_at <= now() or wait_reason is not null and due_at <= now() + ${putOffSeconds} * interval '1 second')
    group by 1, 2 order by 1, 2`);
  return [...rows];
}
