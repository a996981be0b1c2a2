import { sql } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { spendingDaysClause, spentClause } from "./_spent-clause";

export interface Spending {
  /** Credits spent in the last seven days, without what was given back. */
  spent: number;
  /** Whole days the balance lasts at that rate, a younger account's by its own days; null when nothing was spent. */
  daysLeft: number | null;
}

/** How fast an account uses its credits up. Throws not_found. */
export async function getSpending(accountId: string): Promise<Spending> {
  const [row] = await db().execute<{ credits: string; spent: string; days: string }>(sql`
    select a.credits, ${spentClause(Date.now())} as spent, ${spendingDaysClause} as days
    from ${accounts} a where a.id = ${accountId}`);
  if (!row) throw new AppError("not_found", "There is no such account.");
  const spent = Number(row.spent);
  const daysLeft =
    spent === 0 ? null : Math.floor((Number(row.credits) * Number(row.days)) / spent);
  return { spent, daysLeft };
}
