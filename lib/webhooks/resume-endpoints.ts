import { and, eq, sql } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import type { Tx } from "../core/db";
import { endpointsOf } from "./find-endpoint";

/** Enables the endpoints again that closing the account paused; those that were disabled before stay so. */
export async function resumeEndpoints(accountId: string, tx: Tx): Promise<void> {
  await tx
    .update(webhookEndpoints)
    .set({ enabled: true, disabledReason: null, disabledAt: null, subscribedSince: sql`now()` })
    .where(
      and(
        endpointsOf({ accountId, mode: null }),
        eq(webhookEndpoints.disabledReason, "account_closed"),
      ),
    );
}
