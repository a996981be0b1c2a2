import { sql } from "drizzle-orm";
import { balanceAlerts } from "@/drizzle/schema/credits";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { BalanceAlertInput } from "./contract";
import { watchBalances } from "./watch-balances";

/** Says when an account wants to be warned of low credits, and looks at once whether they are. Throws invalid_request. */
export async function setBalanceAlert(accountId: string, input: unknown): Promise<void> {
  const { below_credits: belowCredits, below_days: belowDays } = parseInput(
    BalanceAlertInput,
    input,
  );
  await db()
    .insert(balanceAlerts)
    .values({ accountId, belowCredits, belowDays })
    .onConflictDoUpdate({
      target: balanceAlerts.accountId,
      set: { belowCredits, belowDays, lowSince: sql`null` },
    });
  await watchBalances(accountId);
}
