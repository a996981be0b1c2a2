import { eq } from "drizzle-orm";
import { balanceAlerts } from "@/drizzle/schema/credits";
import { db } from "../core/db";

export interface BalanceAlert {
  /** Warn below this many credits; null when off. */
  belowCredits: number | null;
  /** Warn when they last less than this many days; null when off. */
  belowDays: number | null;
  /** Since when they are low; null while they are not. */
  lowSince: Date | null;
}

/** When an account wants to be warned of low credits, and whether they are low. */
export async function getBalanceAlert(accountId: string): Promise<BalanceAlert> {
  const [alert] = await db()
    .select({
      belowCredits: balanceAlerts.belowCredits,
      belowDays: balanceAlerts.belowDays,
      lowSince: balanceAlerts.lowSince,
    })
    .from(balanceAlerts)
    .where(eq(balanceAlerts.accountId, accountId));
  return alert ?? { belowCredits: null, belowDays: null, lowSince: null };
}
