import { eq } from "drizzle-orm";
import { buyers } from "@/drizzle/schema/invoices";
import type { Tx } from "../core/db";

/** Erases whom an account's invoices are made out to. What was issued stays: tax law demands it. */
export async function eraseBuyer(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(buyers).where(eq(buyers.accountId, accountId));
}
