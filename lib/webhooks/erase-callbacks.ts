import { eq } from "drizzle-orm";
import { messageCallbacks } from "@/drizzle/schema/webhooks";
import type { Tx } from "../core/db";

/** Erases where the messages of an account reported to. */
export async function eraseCallbacks(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(messageCallbacks).where(eq(messageCallbacks.accountId, accountId));
}
