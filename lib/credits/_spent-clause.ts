import { type SQL, sql } from "drizzle-orm";
import { ledgerEntries, ledgerTransactions } from "@/drizzle/schema/credits";
import { firstIdAt } from "../core/ids";

const spendingDays = 7;
const dayMs = 86_400_000;

/**
 * What account `a` spent in the last seven days, refunds taken off: the balance before them and what came
 * in since, less the balance now. Two index look-ups, however many messages there were.
 */
export function spentClause(nowMs: number): SQL {
  const start = firstIdAt(nowMs - spendingDays * dayMs);
  return sql`greatest(0, coalesce((
      select balance from ${ledgerTransactions}
      where account_id = a.id and id < ${start}::uuid order by id desc limit 1
    ), 0) + coalesce((
      select sum(e.amount) from ${ledgerTransactions} t join ${ledgerEntries} e
        on e.account_id = t.account_id and e.transaction_id = t.id and e.ledger = 'customer'
      where t.account_id = a.id and t.id >= ${start}::uuid and t.kind in ('grant', 'topup')
    ), 0) - a.credits)`;
}

/** The whole days in which account `a` spent that: seven, or as many as it has existed. */
export const spendingDaysClause: SQL = sql`
  least(${spendingDays}, greatest(1, ceil(extract(epoch from now() - a.created_at) / 86400)))::bigint`;
