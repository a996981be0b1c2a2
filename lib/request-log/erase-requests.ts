import { eq } from "drizzle-orm";
import { apiRequests } from "@/drizzle/schema/requests";
import type { Tx } from "../core/db";

/** Erases the recorded requests of an account. Joins `tx`. */
export async function eraseRequests(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(apiRequests).where(eq(apiRequests.accountId, accountId));
}
