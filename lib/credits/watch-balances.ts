import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { balanceAlerts } from "@/drizzle/schema/credits";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { spendingDaysClause, spentClause } from "./_spent-clause";
import { minRateDays } from "./contract";

/**
 * Records for each account with an alert, or for one, whether its balance is low now: below its own threshold, or
 * too low for its number of days at the rate of `getSpending`. Writes only what changed.
 */
export async function watchBalances(accountId?: string): Promise<void> {
  const scope = accountId === undefined ? sql`true` : sql`b.account_id = ${accountId}`;
  const nowMs = Date.now();
  const days = spendingDaysClause(nowMs);
  const lastsTooShort = sql`${days} >= ${minRateDays}
    and a.credits * ${days} < b.below_days * ${spentClause(nowMs)}`;
  const now = (await databaseNow()).toISOString();
  await db().execute(sql`
    with looked as (
      select b.account_id, b.low_since is not null as was_low,
        coalesce(a.credits < b.below_credits, false)
          or coalesce(${lastsTooShort}, false) as is_low
      from ${balanceAlerts} b join ${accounts} a on a.id = b.account_id
      where ${scope}
    )
    update ${balanceAlerts} b set low_since = case when looked.is_low then ${now}::timestamptz end
    from looked where looked.account_id = b.account_id and looked.is_low <> looked.was_low`);
}
