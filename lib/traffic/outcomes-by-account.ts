import { sql } from "drizzle-orm";
import { messageCounts, messageDeltas } from "@/drizzle/schema/traffic";
import { db } from "../core/db";

/** What became of an account's live messages: how many there were, and of those that ended, how many either way. */
export interface Outcomes {
  messages: number;
  delivered: number;
  /** Failed, expired, or bounced. */
  failed: number;
}

/** The live messages of some accounts since the start of an hour, without reading them; an account without any is left out. */
export async function outcomesByAccount(
  accountIds: string[],
  since: Date,
): Promise<Map<string, Outcomes>> {
  const wanted = sql`account_id = any(${`{${accountIds.join(",")}}`}::uuid[]) and not test
    and hour >= ${since.toISOString()}`;
  const rows = await db().execute<{ account_id: string } & Pick<Outcomes, keyof Outcomes>>(sql`
    select account_id, sum(messages)::int as messages,
      coalesce(sum(messages) filter (where status = 'delivered'), 0)::int as delivered,
      coalesce(sum(messages) filter (where status in ('failed', 'expired', 'bounced')), 0)::int as failed
    from (
      select account_id, status, messages from ${messageCounts} where ${wanted}
      union all
      select account_id, status, messages from ${messageDeltas} where ${wanted}
    ) counted
    group by account_id having sum(messages) > 0`);
  return new Map(
    rows.map(({ account_id, messages, delivered, failed }) => [
      account_id,
      { messages, delivered, failed },
    ]),
  );
}
