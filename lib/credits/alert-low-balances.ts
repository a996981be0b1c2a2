import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { balanceAlerts } from "@/drizzle/schema/credits";
import { db } from "../core/db";

export interface LowBalance {
  accountId: string;
  credits: number;
  /** When the balance became low. */
  since: Date;
}

/**
 * The accounts whose owners are to be notified now of a low balance, each marked as notified: once each time the
 * balance becomes low, and never twice within 24 hours. Two processes never get the same account.
 */
export async function alertLowBalances(): Promise<LowBalance[]> {
  const rows = await db().execute<{ account_id: string; credits: string; low_since: string }>(sql`
    update ${balanceAlerts} b set told_at = now()
    from ${accounts} a
    where a.id = b.account_id and b.low_since is not null
      and (b.told_at is null
        or (b.told_at < b.low_since and b.told_at < now() - interval '24 hours'))
    returning b.account_id, a.credits, b.low_since`);
  return rows.map(({ account_id, credits, low_since }) => ({
    accountId: account_id,
    credits: Number(credits),
    since: new Date(low_since),
  }));
}
