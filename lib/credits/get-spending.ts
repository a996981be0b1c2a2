import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { coreSentences } from "../core/sentences";
import { spendingDaysClause, spentClause } from "./_spent-clause";
import { minRateDays } from "./contract";

export interface Spending {
  /** Credits spent in these days, net of refunded messages. */
  spent: number;
  /** Whole days of use: those since the first message, at most seven. */
  days: number;
  /** Whole days the balance lasts at that rate; null if nothing was spent, or with fewer than three days of use. */
  daysLeft: number | null;
}

/**
 * How fast an account spends its credits, as shown by the overview, the credits page, and the alert. Throws not_found,
 * and forbidden without `read_credits`.
 */
export async function getSpending({ actor }: { actor: Actor }): Promise<Spending> {
  demandPermission(actor, "read_credits");
  const nowMs = Date.now();
  const [row] = await db().execute<{ credits: string; spent: string; days: string }>(sql`
    select a.credits, ${spentClause(nowMs)} as spent, ${spendingDaysClause(nowMs)} as days
    from ${accounts} a where a.id = ${actor.accountId}`);
  if (!row) throw new AppError("not_found", coreSentences.accountNotFound);
  const [spent, days] = [Number(row.spent), Number(row.days)];
  const isKnown = spent > 0 && days >= minRateDays;
  return {
    spent,
    days,
    daysLeft: isKnown ? Math.floor((Number(row.credits) * days) / spent) : null,
  };
}
