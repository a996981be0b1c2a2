import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { messages } from "@/drizzle/schema/messages";

/** What comes back to the queue is due again within this time; what is held for a campaign is due in decades. */
const putOffMinutes = 60;
/**
 * So many due messages of an account are looked at, and so many of all accounts: of those without a route, and of those for
 * a carrier, whose queues are looked at one after the other by the carrier's name.
 */
const maxOfAccount = 20_000;
const maxOfAll = 100_000;

/**
 * Live messages of open accounts that should have left so many minutes ago and are queued: with a reason, or due for all
 * that time. One that was released just now is none of them, and neither are those that wait with a suspended account.
 * Bounded by what is read, not by what is found: however long the queue of a campaign is, a page of the administration
 * comes in time, and it hides none of those without a route.
 */
export function selectStuck(minutes: number): SQL {
  const before = sql`now() - ${minutes} * interval '1 minute'`;
  const unrouted = selectDue(sql`m.carrier is null`, sql`m.due_at`);
  const routed = selectDue(
    sql`m.carrier is not null`,
    sql`m.test, m.carrier, m.priority, m.due_at`,
  );
  return sql`
    select * from ((${unrouted}) union all (${routed})) as looked_at
    where due_since < ${before} and (reason is not null or due_at < ${before})`;
}

/** What of each open account's queue is looked at, in the order of an index. */
function selectDue(which: SQL, order: SQL): SQL {
  return sql`
    select a.id as account_id, due.*
    from ${accounts} a cross join lateral (
      select m.id, m.carrier, m.wait_reason as reason, m.attempts, m.due_at,
        m.offered_at is not null as is_offered, coalesce(m.scheduled_at, m.created_at) as due_since
      from ${messages} m
      where m.account_id = a.id and m.status in ('scheduled', 'queued') and not m.test and ${which}
        and m.due_at < now() + ${putOffMinutes} * interval '1 minute'
      order by ${order} limit ${maxOfAccount}
    ) as due
    where a.status = 'active'
    limit ${maxOfAll}`;
}
