import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";

/** What comes back to the queue is due again within this time; what is held for a campaign is due in decades. */
const putOffMinutes = 60;

/**
 * Live messages of open accounts that should have left so many minutes ago and are queued: with a reason, or due for all
 * that time. One that was released just now is none of them, and neither are those that wait with a suspended account.
 */
export function isStuck(minutes: number): SQL {
  const before = sql`now() - ${minutes} * interval '1 minute'`;
  return sql`status in ('scheduled', 'queued') and not test
    and coalesce(scheduled_at, created_at) < ${before}
    and due_at < now() + ${putOffMinutes} * interval '1 minute'
    and (wait_reason is not null or due_at < ${before})
    and account_id not in (select id from ${accounts} where status <> 'active')`;
}
