import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { balanceAlerts } from "@/drizzle/schema/credits";
import { db } from "../core/db";
import { spendingDaysClause, spentClause } from "./_spent-clause";

/**
 * Notes for every account that asked for it, or for one, whether its credits are low now: under its own
 * threshold, or not enough for its days at the rate of the last seven (of fewer, when it is younger). Only what changed is written.
 */
export async function watchBalances(accountId?: string): Promise<void> {
  const scope = accountId === undefined ? sql`true` : sql`b.account_id = ${accountId}`;
  await db().execute(sql`
    with looked as (
      select b.account_id, b.low_since is not null as was_low,
        coalesce(a.credits < b.below_credits, false)
          or coalesce(a.credits * ${spendingDaysClause} < b.below_days * ${spentClause(Date.now())}, false)
          as is_low
      from ${balanceAlerts} b join ${accounts} a on a.id = b.account_id
      where ${scope}
    )
    update ${balanceAlerts} b set low_since = case when looked.is_low then now() end
    from looked where looked.account_id = b.account_id and looked.is_low <> looked.was_low`);
}
