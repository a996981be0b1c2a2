import { and, eq, isNull, lt } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";
import { withoutSecrets } from "./_without-secrets";
import { listenerLeftMs } from "./is-for-deliverer";

/** Deletes the listeners of an account whose program has not asked for events for ten minutes. */
export async function endLeftListeners(accountId: string, tx: Tx): Promise<void> {
  const now = await databaseNow(tx);
  await tx
    .update(webhookEndpoints)
    .set({ ...withoutSecrets, enabled: false, deletedAt: now })
    .where(
      and(
        eq(webhookEndpoints.accountId, accountId),
        isNull(webhookEndpoints.deletedAt),
        lt(webhookEndpoints.pulledAt, new Date(now.getTime() - listenerLeftMs)),
      ),
    );
}
