import { sql } from "drizzle-orm";
import { messageCounts, messageDeltas } from "@/drizzle/schema/traffic";
import { db } from "../core/db";

const hourMs = 3_600_000;

interface Totalled {
  /** Live and test messages alike when left out. */
  test?: boolean | undefined;
  /** Accepted at this time or later, and before that one. */
  since?: Date | undefined;
  until?: Date | undefined;
}

/**
 * How many messages of an account there are of each status, without reading them; a status without any is left out.
 * Null where the counters can't tell, because a time is not the start of an hour.
 */
export async function totalByStatus(
  accountId: string,
  { test, since, until }: Totalled,
): Promise<Record<string, number> | null> {
  if (![since, until].every(isWholeHour)) return null;
  const wanted = (counts: typeof messageCounts | typeof messageDeltas) =>
    sql.join(
      [
        sql`${counts.accountId} = ${accountId}`,
        test === undefined ? sql`${counts.test} in (false, true)` : sql`${counts.test} = ${test}`,
        ...(since ? [sql`${counts.hour} >= ${since.toISOString()}`] : []),
        ...(until ? [sql`${counts.hour} < ${until.toISOString()}`] : []),
      ],
      sql` and `,
    );
  const rows = await db().execute<{ status: string; messages: number }>(sql`
    select status, sum(messages)::int as messages
    from (
      select status, messages from ${messageCounts} where ${wanted(messageCounts)}
      union all
      select status, messages from ${messageDeltas} where ${wanted(messageDeltas)}
    ) counted
    group by status having sum(messages) > 0`);
  return Object.fromEntries(rows.map(({ status, messages }) => [status, messages]));
}

function isWholeHour(time: Date | undefined): boolean {
  return time === undefined || time.getTime() % hourMs === 0;
}
