import { sql } from "drizzle-orm";
import { db, type Tx } from "../core/db";

/** Corrects the counts of an account whose messages a test has written itself, and not by the product's statements. */
export async function countAgain(accountId: string, tx: Tx = db()): Promise<void> {
  await tx.execute(sql`
    insert into message_deltas (account_id, test, hour, status, bucket, messages, segments, credits)
    select account_id, test, hour, status, bucket, sum(messages), sum(segments), sum(credits)
    from (
      select account_id, test, date_trunc('hour', created_at, 'UTC') as hour, status,
        delivery_bucket(status, coalesce(scheduled_at, created_at), ended_at) as bucket, 1 as messages, segments,
        case when refund_id is null then credits else 0 end as credits
      from messages where account_id = ${accountId}
      union all
      select account_id, test, hour, status, bucket, -messages, -segments, -credits
      from (select * from message_counts union all select * from message_deltas) counted
      where account_id = ${accountId}
    ) changed
    group by 1, 2, 3, 4, 5 having sum(messages) <> 0 or sum(segments) <> 0 or sum(credits) <> 0`);
}
