import { sql } from "drizzle-orm";
import { messageCounts, messageDeltas } from "@/drizzle/schema/traffic";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";

const hourMs = 3_600_000;

interface Totalled {
  /** Live and test messages alike when left out. */
  test?: boolean | undefined;
  /** Any state when left out. */
  status?: string[] | undefined;
  /** Accepted at this time or later, and before that one. */
  since?: Date | undefined;
  until?: Date | undefined;
}

/**
 * How many messages of an account there are of a kind, without looking at them; null where the counters do
 * not tell, because a time is not the start of an hour.
 */
export async function totalMessages(
  accountId: string,
  { test, status, since, until }: Totalled,
): Promise<number | null> {
  if (![since, until].every(isWholeHour)) return null;
  const wanted = (counts: typeof messageCounts | typeof messageDeltas) =>
    sql.join(
      [
        sql`${counts.accountId} = ${accountId}`,
        test === undefined ? sql`${counts.test} in (false, true)` : sql`${counts.test} = ${test}`,
        ...(status ? [anyOf(counts.status, status)] : []),
        ...(since ? [sql`${counts.hour} >= ${since.toISOString()}`] : []),
        ...(until ? [sql`${counts.hour} < ${until.toISOString()}`] : []),
      ],
      sql` and `,
    );
  const [row] = await db().execute<{ messages: number }>(sql`
    select coalesce(sum(messages), 0)::int as messages
    from (
      select messages from ${messageCounts} where ${wanted(messageCounts)}
      union all
      select messages from ${messageDeltas} where ${wanted(messageDeltas)}
    ) counted`);
  return row?.messages ?? 0;
}

function isWholeHour(time: Date | undefined): boolean {
  return time === undefined || time.getTime() % hourMs === 0;
}
