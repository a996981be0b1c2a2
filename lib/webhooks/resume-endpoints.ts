import { and, eq, isNull, sql } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import type { Tx } from "../core/db";

/** Enables the endpoints and the hosts of callbacks again that closing the account paused; those disabled before stay so. */
export async function resumeEndpoints(accountId: string, tx: Tx): Promise<void> {
  await tx
    .update(webhookEndpoints)
    .set({ enabled: true, disabledReason: null, disabledAt: null, subscribedSince: sql`now()` })
    .where(
      and(
        eq(webhookEndpoints.accountId, accountId),
        isNull(webhookEndpoints.deletedAt),
        eq(webhookEndpoints.disabledReason, "account_closed"),
      ),
    );
}
