import { eq } from "drizzle-orm";
import { accounts } from "@/drizzle/schema/accounts";
import type { AccountLimits } from "../core/actor";
import type { Tx } from "../core/db";

/** Gives an account limits of its own, or those of the settings again. */
export async function storeLimits(accountId: string, limits: AccountLimits, tx: Tx): Promise<void> {
  const { requestsPerSecond, requestsPerMinute, messagesPerMinute, testMessagesPerMinute } = limits;
  await tx
    .update(accounts)
    .set({ requestsPerSecond, requestsPerMinute, messagesPerMinute, testMessagesPerMinute })
    .where(eq(accounts.id, accountId));
}
