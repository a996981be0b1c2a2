import { sql } from "drizzle-orm";
import { messageCounts, messageDeltas } from "@/drizzle/schema/traffic";
import { db, type Tx } from "../core/db";

const maxAtOnce = 20_000;
/** Of more accounts, each has its turn by chance, and finds more to fold then: a second costs the same. */
const maxAccounts = 200;
/** So many accounts share a commit. */
const accountsAtOnce = 50;

/**
 * Adds what statements on messages have changed to the counts, an account at a time: whoever reads both tables in one
 * statement finds the same sum before and after. Several workers may fold at once. Returns whose counts have changed,
 * and whether there may be more to do.
 */
export async function foldDeltas(): Promise<{ accountIds: string[]; hasMore: boolean }> {
  const { accounts, isAll } = await findChanged();
  const accountIds: string[] = [];
  for (let from = 0; from < accounts.length; from += accountsAtOnce) {
    const some = accounts.slice(from, from + accountsAtOnce);
    accountIds.push(...(await db().transaction((tx) => foldAccounts(some, tx))));
  }
  // What another worker has in its hands is left to it.
  return { accountIds, hasMore: !isAll && accountIds.length > 0 };
}

/** Some accounts with deltas, in the order of their IDs, and whether a bounded look at the table has seen all of it. */
async function findChanged(): Promise<{ accounts: string[]; isAll: boolean }> {
  const rows = await db().execute<{ account_id: string; seen: number }>(sql`
    select account_id, (sum(count(*)) over ())::int as seen
    from (select account_id from ${messageDeltas} limit ${maxAtOnce}) as found
    group by 1 order by random() limit ${maxAccounts}`);
  const seen = rows[0]?.seen ?? 0;
  return { accounts: rows.map((row) => row.account_id).sort(), isAll: seen < maxAtOnce };
}

/** Returns those of which it found any. One order for everybody, so that two folds cannot wait for each other. */
async function foldAccounts(accountIds: string[], tx: Tx): Promise<string[]> {
  const folded: string[] = [];
  for (const accountId of accountIds) {
    if ((await foldAccount(accountId, tx)) > 0) folded.push(accountId);
  }
  return folded;
}

async function foldAccount(accountId: string, tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ taken: number }>(sql`
    with taken as (
      delete from ${messageDeltas} where account_id = ${accountId} and ctid = any(array(
        select ctid from ${messageDeltas} where account_id = ${accountId} limit ${maxAtOnce} for update skip locked))
      returning *
    ), folded as (
      insert into ${messageCounts} as counts
      select ${accountId}::uuid, test, hour, status, bucket, sum(messages), sum(segments), sum(credits)
      from taken group by 2, 3, 4, 5
      having sum(messages) <> 0 or sum(segments) <> 0 or sum(credits) <> 0
      order by 2, 3, 4, 5
      on conflict (account_id, test, hour, status, bucket) do update set
        messages = counts.messages + excluded.messages,
        segments = counts.segments + excluded.segments,
        credits = counts.credits + excluded.credits
    )
    select count(*)::int as taken from taken`);
  return row?.taken ?? 0;
}
