import { eq } from "drizzle-orm";
import { refusedRequests } from "@/drizzle/schema/onboarding";
import type { Tx } from "../core/db";

/** Erases the rejected requests of an account. */
export async function eraseRefusals(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(refusedRequests).where(eq(refusedRequests.accountId, accountId));
}
