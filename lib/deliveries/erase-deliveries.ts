import { eq } from "drizzle-orm";
import { webhookAttempts, webhookDeliveries } from "@/drizzle/schema/webhooks";
import type { Tx } from "../core/db";

/** Erases what an account was sent by webhooks, with every attempt. */
export async function eraseDeliveries(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(webhookAttempts).where(eq(webhookAttempts.accountId, accountId));
  await tx.delete(webhookDeliveries).where(eq(webhookDeliveries.accountId, accountId));
}
