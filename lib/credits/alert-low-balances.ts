import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { balanceAlerts } from "@/drizzle/schema/credits";
import { db, type Tx } from "../core/db";

export interface LowBalance {
  accountId: string;
  credits: number;
  /** Below what it is low: credits, days of use, or both. */
  belowCredits: number | null;
  belowDays: number | null;
  /** When the balance became low. */
  since: Date;
}

/**
 * The accounts whose owners are to be notified now of a low balance, each marked as notified: once each time the
 * balance becomes low, and never twice within 24 hours. Two processes never get the same account.
 */
export async function alertLowBalances(tx: Tx = db()): Promise<LowBalance[]> {
  const rows = await tx.execute<Row>(sql`
    update ${balanceAlerts} b set told_at = now()
    from ${accounts} a
    where a.id = b.account_id and b.low_since is not null
      and (b.told_at is null
        or (b.told_at < b.low_since and b.told_at < now() - interval '24 hours'))
    returning b.account_id, a.credits, b.below_credits, b.below_days, b.low_since`);
  return rows.map((row) => ({
    accountId: row.account_id,
    credits: Number(row.credits),
    belowCredits: row.below_credits === null ? null : Number(row.below_credits),
    belowDays: row.below_days,
    since: new Date(row.low_since),
  }));
}

interface Row extends Record<string, unknown> {
  account_id: string;
  credits: string;
  below_credits: string | null;
  below_days: number | null;
  low_since: string;
}
