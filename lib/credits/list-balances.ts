import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { ledgerTransactions } from "@/drizzle/schema/credits";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { firstIdAt } from "../core/ids";

interface Wanted {
  actor: Actor;
  /** A few moments, such as the ends of seven days. */
  input: { moments: readonly Date[] };
}

/**
 * An account's balance at each moment; null before its first ledger transaction, the current balance for a moment
 * to come. Two index look-ups per moment for any number of messages. A purchase has the ID of its checkout, so
 * purchases are placed by the time they were credited. Throws forbidden without `read_credits`.
 */
export async function listBalances({ actor, input }: Wanted): Promise<(number | null)[]> {
  demandPermission(actor, "read_credits");
  const { moments } = input;
  const ids = `{${moments.map((at) => firstIdAt(at.getTime())).join(",")}}`;
  const times = `{${moments.map((at) => at.toISOString()).join(",")}}`;
  const rows = await db().execute<{ balance: string | null }>(sql`
    select case when m.at > now() then a.credits else newest.balance end as balance
    from unnest(${ids}::uuid[], ${times}::timestamptz[]) with ordinality as m(id, at, place)
    join ${accounts} a on a.id = ${actor.accountId}
    left join lateral (
      select number, balance from (
        (select number, balance from ${ledgerTransactions} t
         where t.account_id = a.id and t.id < m.id and t.kind <> 'topup' order by t.id desc limit 1)
        union all
        (select number, balance from ${ledgerTransactions} t
         where t.account_id = a.id and t.kind = 'topup' and t.created_at < m.at
           and t.kind in ('grant', 'topup', 'reversal')
         order by t.number desc limit 1)
      ) candidates order by number desc limit 1
    ) newest on true
    order by m.place`);
  return rows.map(({ balance }) => (balance === null ? null : Number(balance)));
}
