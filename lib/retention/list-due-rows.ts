import { type SQL, sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { accountRetention } from "@/drizzle/schema/retention";
import { db } from "../core/db";

/** An account that keeps rows for less time than the installation, and has older ones. */
export interface DueRows {
  accountId: string;
  /** What is older goes: the beginning of a day (UTC). */
  until: Date;
}

const columns = {
  events: { days: sql`r.event_days`, until: sql`r.events_until` },
  attempts: { days: sql`r.attempt_days`, until: sql`r.attempts_until` },
} satisfies Record<string, Record<string, SQL>>;

/**
 * Some of the accounts whose histories, or attempts, of another day have become too old. For accounts that chose no time,
 * whole months are dropped. Any of them, so that those that fail are not always the first ones.
 */
export async function listDueRows(kind: keyof typeof columns, limit: number): Promise<DueRows[]> {
  const { days, until: sweptUntil } = columns[kind];
  const until = sql`date_trunc('day', now(), 'UTC') - ${days} * interval '1 day'`;
  const rows = await db().execute<{ account_id: string; until: string }>(sql`
    select a.id as account_id, ${until} as until
    from ${accounts} a join ${accountRetention} r on r.account_id = a.id
    where a.status <> 'erased' and ${days} is not null
      and (${sweptUntil} is null or ${sweptUntil} < ${until})
    order by random() limit ${limit}`);
  return rows.map((row) => ({ accountId: row.account_id, until: new Date(row.until) }));
}
