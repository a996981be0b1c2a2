import { type SQL, sql } from "drizzle-orm";
import { messageDeltas } from "@/drizzle/schema/traffic";

/** What a statement returns of the messages that it moves to other states, for `countMovedClause`. */
export const countedColumns = sql`messages.test, messages.created_at, messages.scheduled_at, messages.ended_at,
  messages.status, messages.segments, messages.credits, messages.refund_id`;

interface Moved {
  accountId: string;
  /** Their status before it, in words of the clause. */
  was: SQL;
  /** The clause; `moved` unless said otherwise. */
  from?: SQL;
}

/**
 * The clause by which a statement that moves messages of an account to other states counts them there, and no longer where
 * they were: open, so that nothing was paid back and no time to delivery known. It reads the clause `moved`, the messages
 * as they are after it (`countedColumns`).
 */
export function countMovedClause({ accountId, was, from = sql`moved` }: Moved): SQL {
  const account = sql`${accountId}::uuid`;
  return sql`
      insert into ${messageDeltas} (account_id, test, hour, status, bucket, messages, segments, credits)
      select ${account}, test, date_trunc('hour', created_at, 'UTC'), status,
        delivery_bucket(status, coalesce(scheduled_at, created_at), ended_at), count(*), sum(segments),
        sum(case when refund_id is null then credits else 0 end)
      from ${from} group by 2, 3, 4, 5
      union all
      select ${account}, test, date_trunc('hour', created_at, 'UTC'), ${was}, -1, -count(*), -sum(segments), -sum(credits)
      from ${from} group by 2, 3, 4`;
}
