import { type SQL, sql } from "drizzle-orm";
import { costDays } from "@/drizzle/schema/costs";
import type { CostGrouping } from "./contract";
import { boundsOf, type Months } from "./read-months";

interface Ranked {
  accountId: string;
  by: CostGrouping;
  months: Months;
}

const keys: Record<CostGrouping, SQL> = {
  month: sql`to_char(day, 'YYYY-MM')`,
  sender: sql`sender`,
  token: sql`token_id::text`,
  campaign: sql`campaign_id::text`,
  country: sql`nullif(country, '')`,
};

/**
 * The `with` clauses of a report: `spent`, the costs of each day or month by group, and `ranked`, the groups from the most
 * expensive one. What has no sender is of messages that are not known any more: the rest of the ledger's credits.
 */
export function rankGroupsClauses({ accountId, by, months }: Ranked): SQL {
  const { first, end } = boundsOf(months);
  const at = months.from === months.to ? sql`day::text` : keys.month;
  const isRest = by === "month" ? sql`false` : sql`sender = ''`;
  return sql`
    spent as (
      select ${at} as at, case when not ${isRest} then ${keys[by]} end as key, ${isRest} as is_rest,
        messages, refunded_messages, charged, refunded
      from ${costDays} where account_id = ${accountId} and day >= ${first} and day < ${end}
    ), ranked as (
      select key, is_rest, sum(messages) as messages, sum(refunded_messages) as refunded_messages,
        sum(charged) as charged, sum(refunded) as refunded,
        row_number() over (order by sum(charged) - sum(refunded) desc, is_rest, key) as place
      from spent group by 1, 2
    )`;
}
