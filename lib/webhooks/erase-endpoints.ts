import { eq } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import type { Tx } from "../core/db";

/** Erases the endpoints of an account, deleted ones too. */
export async function eraseEndpoints(accountId: string, tx: Tx): Promise<void> {
  await tx.delete(webhookEndpoints).where(eq(webhookEndpoints.accountId, accountId));
}
