import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { messageCounts } from "@/drizzle/schema/traffic";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";

/** An account whose live messages are unlike those of a customer in good order. */
export interface UnusualAccount {
  accountId: string;
  /** Of those that ended, too many did not arrive; or far more are sent than the day before. */
  problem: "failures" | "velocity";
  /** Ended in the last 24 hours, or accepted in the busiest of the last two hours. */
  messages: number;
  /** Those that did not arrive, or the messages of the busiest hour before. */
  against: number;
  since: Date;
}

/** Fewer tell nothing. */
const minEnded = 50;
const maxFailedShare = 0.4;
const minHourly = 500;
const maxGrowth = 5;

/**
 * The accounts of the last two days whose messages fail, or have become many at once, the most messages first. Of each
 * account its last hours alone are read, by the key of the counts, however far they go back. Throws forbidden unless the
 * actor is an administrator.
 */
export async function findUnusualAccounts({
  actor,
  input: { limit },
}: {
  actor: Actor;
  input: { limit: number };
}): Promise<UnusualAccount[]> {
  demandAdmin(actor);
  const rows = await db().execute<Row>(sql`
    with hours as (
      select a.id as account_id, c.*
      from ${accounts} a cross join lateral (
        select hour, sum(messages)::float8 as messages,
          (sum(messages) filter (where status in ('delivered', 'failed', 'expired', 'bounced')))::float8 as ended,
          (sum(messages) filter (where status in ('failed', 'expired', 'bounced')))::float8 as lost
        from ${messageCounts}
        where account_id = a.id and not test and hour > now() - interval '2 days'
        group by hour
      ) as c
    ), sums as (
      select account_id,
        coalesce(sum(ended) filter (where hour > now() - interval '1 day'), 0) as ended,
        coalesce(sum(lost) filter (where hour > now() - interval '1 day'), 0) as lost,
        min(hour) filter (where lost > 0 and hour > now() - interval '1 day') as lost_since,
        coalesce(max(messages) filter (where hour > now() - interval '2 hours'), 0) as lately,
        coalesce(max(messages) filter (where hour <= now() - interval '2 hours'), 0) as before,
        min(hour) filter (where hour > now() - interval '2 hours') as lately_since
      from hours group by account_id
    )
    select account_id, 'failures' as problem, ended as messages, lost as against, lost_since as since
    from sums where ended >= ${minEnded} and lost >= ended * ${maxFailedShare}::float8
    union all
    select account_id, 'velocity', lately, before, lately_since
    from sums where lately >= ${minHourly} and lately > before * ${maxGrowth}
    order by messages desc limit ${limit}`);
  return rows.map(({ account_id, since, ...account }) => ({
    ...account,
    accountId: account_id,
    since: new Date(since),
  }));
}

interface Row extends Record<string, unknown> {
  account_id: string;
  problem: UnusualAccount["problem"];
  messages: number;
  against: number;
  since: string;
}
