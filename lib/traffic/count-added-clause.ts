import { type SQL, sql } from "drizzle-orm";
import { messageDeltas } from "@/drizzle/schema/traffic";

/**
 * The clause by which a statement that stores messages counts them. It reads the clause `stored` (account_id,
 * test, created_at, status, segments, credits), none of which has ended.
 */
export function countAddedClause(): SQL {
  return sql`
      insert into ${messageDeltas} (account_id, test, hour, status, bucket, messages, segments, credits)
      select account_id, test, date_trunc('hour', created_at, 'UTC'), status, -1, count(*), sum(segments), sum(credits)
      from stored group by 1, 2, 3, 4`;
}
