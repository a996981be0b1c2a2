import { type SQL, sql } from "drizzle-orm";
import { ledgerEntries, ledgerTransactions } from "@/drizzle/schema/credits";
import { firstIdAt } from "../core/ids";

const spendingDays = 7;
const dayMs = 86_400_000;

/**
 * What account `a` spent in the last seven days, refunds taken off: the balance before them and what came
 * in since, less the balance now. Two index look-ups, however many messages there were. A purchase has the id
 * of its checkout, which may be days older than it: its number, not its id, says when it came.
 */
export function spentClause(nowMs: number): SQL {
  const start = firstIdAt(nowMs - spendingDays * dayMs);
  const last = (column: SQL) => sql`coalesce((
      select ${column} from ${ledgerTransactions}
      where account_id = a.id and id < ${start}::uuid and kind <> 'topup' order by id desc limit 1
    ), 0)`;
  return sql`greatest(0, ${last(sql`balance`)} + coalesce((
      select sum(e.amount) from ${ledgerTransactions} t join ${ledgerEntries} e
        on e.account_id = t.account_id and e.transaction_id = t.id and e.ledger = 'customer'
      where t.account_id = a.id and t.number > ${last(sql`number`)} and t.kind in ('grant', 'topup')
    ), 0) - a.credits)`;
}

/** The whole days in which account `a` spent that: seven, or as many as it has existed. */
export const spendingDaysClause: SQL = sql`
  least(${spendingDays}, greatest(1, ceil(extract(epoch from now() - a.created_at) / 86400)))::bigint`;
