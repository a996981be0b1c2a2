import { sql } from "drizzle-orm";
import { messageCounts, messageDeltas } from "@/drizzle/schema/traffic";
import { db } from "../core/db";

const maxAtOnce = 20_000;

/**
 * Adds what statements on messages have changed to the counts, in one commit: whoever reads both tables
 * in one statement finds the same sum before and after. Several workers may fold at once. Returns whose
 * counts have changed, and whether there may be more to do.
 */
export async function foldDeltas(): Promise<{ accountIds: string[]; hasMore: boolean }> {
  const [row] = await db().execute<{ taken: number; accounts: string[] | null }>(sql`
    with taken as (
      delete from ${messageDeltas} where ctid = any(array(
        select ctid from ${messageDeltas} limit ${maxAtOnce} for update skip locked))
      returning *
    ), folded as (
      insert into ${messageCounts} as counts
      select account_id, test, hour, status, bucket, sum(messages), sum(segments), sum(credits)
      from taken group by 1, 2, 3, 4, 5
      having sum(messages) <> 0 or sum(segments) <> 0 or sum(credits) <> 0
      -- One order for everybody, so that two folds cannot wait for each other.
      order by 1, 2, 3, 4, 5
      on conflict (account_id, test, hour, status, bucket) do update set
        messages = counts.messages + excluded.messages,
        segments = counts.segments + excluded.segments,
        credits = counts.credits + excluded.credits
    )
    select count(*)::int as taken, array_agg(distinct account_id) as accounts from taken`);
  return { accountIds: row?.accounts ?? [], hasMore: row?.taken === maxAtOnce };
}
