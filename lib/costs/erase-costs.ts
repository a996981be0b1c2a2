import { eq } from "drizzle-orm";
import { costDays } from "@/drizzle/schema/costs";
import type { Tx } from "../core/db";

/** Erases an account's costs, which name senders. The mark stays: what is erased is not added up again. */
export async function eraseCosts(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(costDays).where(eq(costDays.accountId, accountId));
}
