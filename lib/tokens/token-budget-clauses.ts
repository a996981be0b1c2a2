import { type Placeholder, type SQL, sql } from "drizzle-orm";
import { tokenSpending } from "@/drizzle/schema/tokens";

interface Budgets {
  /** JSON of a list of { account_id, token_id, credits, daily_limit }, a token once: what it is to spend. */
  wanted: Placeholder | string;
  /** The account when there is only one. */
  accountId?: SQL | undefined;
}

/**
 * The clauses by which a statement that charges accounts keeps tokens within their daily limits: `budget`, and `overspent`
 * (account_id), the accounts of which a token would spend more than it may. They read `locked` (id), the accounts that the
 * statement has locked: their tokens are locked after them, and so as whoever spent before has left them.
 */
export function tokenBudgetClauses({ wanted, accountId }: Budgets): SQL {
  return sql`
    budget as materialized (
      select locked.id as account_id, limited.token_id, limited.credits as wanted, limited.daily_limit,
        kept.day, kept.credits as spent, (now() at time zone 'UTC')::date as today
      from locked join jsonb_to_recordset(${wanted}::jsonb)
        as limited(account_id uuid, token_id uuid, credits bigint, daily_limit bigint) on limited.account_id = locked.id
      left join lateral (
        select day, credits from ${tokenSpending} t
        where t.account_id = ${accountId ?? sql`locked.id`} and t.account_id = locked.id and t.token_id = limited.token_id
        for no key update
      ) kept on true
      order by limited.token_id
    ), overspent as (
      select account_id from budget
      where spent is null or wanted + case when day >= today then spent else 0 end > daily_limit
    )`;
}

/**
 * The clauses by which it counts what they have spent. They read `budget`, `row`, and `stored`, as
 * `insertMessagesClause` makes them. A day never goes back: a statement may have waited over midnight.
 */
export function spendBudgetsClauses(accountId?: SQL): SQL {
  return sql`
    budget_charge as materialized (
      select budget.account_id, budget.token_id, budget.today, sum(stored.credits) as credits
      from stored join row on row.id = stored.id
      join budget on budget.account_id = row.account_id and budget.token_id = row.token_id
      group by 1, 2, 3
    ), budget_spent as (
      update ${tokenSpending} t
      set day = greatest(t.day, budget_charge.today),
        credits = case when t.day >= budget_charge.today then t.credits else 0 end + budget_charge.credits
      from budget_charge
      where t.account_id = ${accountId ?? sql`budget_charge.account_id`} and t.token_id = budget_charge.token_id
    )`;
}
