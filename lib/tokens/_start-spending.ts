import { sql } from "drizzle-orm";
import { tokenSpending } from "@/drizzle/schema/tokens";
import type { Tx } from "../core/db";

interface Spending {
  accountId: string;
  tokenId: string;
  /** In UTC, and what it has spent on it. */
  day: string;
  credits: number;
}

/**
 * Begins to count what a token spends, in the transaction that gives it a limit. What is counted of that day stays if it is
 * more, and a day never goes back.
 */
export async function startSpending(spending: Spending, tx: Tx): Promise<void> {
  await tx
    .insert(tokenSpending)
    .values(spending)
    .onConflictDoUpdate({
      target: [tokenSpending.accountId, tokenSpending.tokenId],
      set: { day: sql`excluded.day`, credits: sql`excluded.credits` },
      setWhere: sql`token_spending.day < excluded.day
        or (token_spending.day = excluded.day and token_spending.credits < excluded.credits)`,
    });
}
