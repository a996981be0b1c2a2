import { eq } from "drizzle-orm";
import { balanceAlerts } from "@/drizzle/schema/credits";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";

export interface BalanceAlert {
  /** Warn below this many credits; null when off. */
  belowCredits: number | null;
  /** Warn when they last less than this many days; null when off. */
  belowDays: number | null;
  /** Since when they are low; null while they are not. */
  lowSince: Date | null;
}

/** When to send a low-balance alert, and whether the balance is low. Throws forbidden without `read_credits`. */
export async function getBalanceAlert({ actor }: { actor: Actor }): Promise<BalanceAlert> {
  demandPermission(actor, "read_credits");
  const [alert] = await db()
    .select({
      belowCredits: balanceAlerts.belowCredits,
      belowDays: balanceAlerts.belowDays,
      lowSince: balanceAlerts.lowSince,
    })
    .from(balanceAlerts)
    .where(eq(balanceAlerts.accountId, actor.accountId));
  return alert ?? { belowCredits: null, belowDays: null, lowSince: null };
}
