import { eq } from "drizzle-orm";
import { spenderHours } from "@/drizzle/schema/traffic";
import type { Tx } from "../core/db";

/** Erases an account's sums by sender, which name senders. */
export async function eraseSpenderHours(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(spenderHours).where(eq(spenderHours.accountId, accountId));
}
