import { and, eq } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import type { Tx } from "../core/db";

/** Disables the enabled endpoints of an account that closes, marked so that `resumeEndpoints` finds them again. */
export async function pauseEndpoints(accountId: string, tx: Tx): Promise<void> {
  await tx
    .update(webhookEndpoints)
    .set({ enabled: false, disabledReason: "account_closed", disabledAt: new Date() })
    .where(and(eq(webhookEndpoints.accountId, accountId), eq(webhookEndpoints.enabled, true)));
}
