import { type SQL, sql } from "drizzle-orm";
import { messageDeltas } from "@/drizzle/schema/traffic";

/**
 * The clause by which a statement that stores messages counts them. It reads the clause `stored` (account_id,
 * test, created_at, status, segments, credits), none of which has ended. `accountId` is the account when it stores those of
 * one only.
 */
export function countAddedClause(accountId = sql`account_id`): SQL {
  return sql`
      insert into ${messageDeltas} (account_id, test, hour, status, bucket, messages, segments, credits)
      select ${accountId}, test, date_trunc('hour', created_at, 'UTC'), status, -1, count(*), sum(segments), sum(credits)
      from stored group by 1, 2, 3, 4`;
}
