import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { accountRetention } from "@/drizzle/schema/retention";
import { db } from "../core/db";

/** An account that keeps attempts for less time than the installation, and has older ones. */
export interface DueAttempts {
  accountId: string;
  /** Attempts about older events go: the beginning of a day (UTC). */
  until: Date;
}

/** Some of the accounts whose attempts of another day have become too old. For the others, whole months are dropped. */
export async function listDueAttempts(limit: number): Promise<DueAttempts[]> {
  const until = sql`date_trunc('day', now(), 'UTC') - r.attempt_days * interval '1 day'`;
  const rows = await db().execute<{ account_id: string; until: string }>(sql`
    select a.id as account_id, ${until} as until
    from ${accounts} a join ${accountRetention} r on r.account_id = a.id
    where a.status <> 'erased' and r.attempt_days is not null
      and (r.attempts_until is null or r.attempts_until < ${until})
    order by a.id limit ${limit}`);
  return rows.map((row) => ({ accountId: row.account_id, until: new Date(row.until) }));
}
