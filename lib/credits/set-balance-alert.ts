import { eq, sql } from "drizzle-orm";
import { balanceAlerts } from "@/drizzle/schema/credits";
import { changesBetween } from "../activity/changes-between";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { BalanceAlertInput } from "./contract";
import { watchBalances } from "./watch-balances";

interface Wanted {
  actor: Actor;
  /** A `BalanceAlertInput` that nobody has checked. */
  input: unknown;
}

/**
 * Sets when to send a low-balance alert, and checks the balance immediately. Throws invalid_request, and forbidden
 * without `manage_billing`.
 */
export async function setBalanceAlert({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "manage_billing");
  const { accountId } = actor;
  const { below_credits: belowCredits, below_days: belowDays } = parseInput(
    BalanceAlertInput,
    input,
  );
  await db().transaction(async (tx) => {
    const [before] = await tx
      .select()
      .from(balanceAlerts)
      .where(eq(balanceAlerts.accountId, accountId))
      .for("update");
    await tx
      .insert(balanceAlerts)
      .values({ accountId, belowCredits, belowDays })
      .onConflictDoUpdate({
        target: balanceAlerts.accountId,
        set: { belowCredits, belowDays, lowSince: sql`null` },
      });
    const changes = changesBetween(
      { below_credits: before?.belowCredits, below_days: before?.belowDays },
      { below_credits: belowCredits, below_days: belowDays },
    );
    if (changes) await recordActivity({ actor, action: "settings.changed", ...changes }, tx);
  });
  await watchBalances(accountId);
}
