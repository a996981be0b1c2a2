import { type SQL, sql } from "drizzle-orm";
import { ledgerTransactions } from "@/drizzle/schema/credits";
import { firstIdAt } from "../core/ids";

const maxDays = 7;
const dayMs = 86_400_000;

/**
 * What account `a` spent in the last seven days, net of refunded messages: the balance before them and the credits
 * that came in since, minus the balance now. Two index look-ups for any number of messages. A purchase has the ID
 * of its checkout, which may be days older: its number, not its ID, tells when it was credited.
 */
export function spentClause(nowMs: number): SQL {
  const start = firstIdAt(nowMs - maxDays * dayMs);
  const last = (column: SQL) => sql`coalesce((
      select ${column} from ${ledgerTransactions}
      where account_id = a.id and id < ${start}::uuid and kind <> 'topup' order by id desc limit 1
    ), 0)`;
  return sql`greatest(0, ${last(sql`balance`)} + coalesce((
      select sum(t.gain) from ${ledgerTransactions} t
      where t.account_id = a.id and t.number > ${last(sql`number`)}
        and t.kind in ('grant', 'topup', 'reversal')
    ), 0) - a.credits)`;
}

/**
 * The whole days in which account `a` spent that: the days since its first charge, at most seven. The time is the
 * one in the charge's ID (UUIDv7).
 */
export function spendingDaysClause(nowMs: number): SQL {
  return sql`coalesce((
      select least(${maxDays}, (${nowMs}::bigint
        - ('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint) / ${dayMs}::bigint)
      from ${ledgerTransactions} where account_id = a.id and kind = 'charge' order by number limit 1
    ), 0)`;
}
