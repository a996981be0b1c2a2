import { and, eq, isNull } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import type { Endpoint } from "./find-endpoint";

/** An endpoint by its key, as the deliverer needs it; undefined when it is off, deleted, or a listener. */
export async function readEnabledEndpoint(
  accountId: string,
  endpointId: string,
): Promise<Endpoint | undefined> {
  const [row] = await db()
    .select()
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.accountId, accountId),
        eq(webhookEndpoints.id, endpointId),
        eq(webhookEndpoints.enabled, true),
        isNull(webhookEndpoints.pulledAt),
      ),
    );
  return row;
}
