import { sql } from "drizzle-orm";
import { tokenSpending } from "@/drizzle/schema/tokens";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";

interface Spending {
  accountId: string;
  tokenId: string;
  /** What it has spent today. */
  credits: number;
}

/** Begins to count what a token spends, in the transaction that gives it a limit. What is counted of today stays. */
export async function startSpending(
  { accountId, tokenId, credits }: Spending,
  tx: Tx,
): Promise<void> {
  const day = (await databaseNow(tx)).toISOString().slice(0, 10);
  await tx
    .insert(tokenSpending)
    .values({ accountId, tokenId, day, credits })
    .onConflictDoUpdate({
      target: [tokenSpending.accountId, tokenSpending.tokenId],
      set: { day: sql`excluded.day`, credits: sql`excluded.credits` },
      setWhere: sql`token_spending.day < excluded.day or token_spending.credits < excluded.credits`,
    });
}
