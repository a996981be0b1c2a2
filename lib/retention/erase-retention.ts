import { eq } from "drizzle-orm";
import { accountRetention } from "@/drizzle/schema/retention";
import type { Tx } from "../core/db";

/** Erases what an account chose to keep for how long. */
export async function eraseRetention(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(accountRetention).where(eq(accountRetention.accountId, accountId));
}
