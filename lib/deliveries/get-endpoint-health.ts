import { and, count, eq } from "drizzle-orm";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import type { Owner } from "../webhooks/find-endpoint";
import { getEndpoint } from "../webhooks/get-endpoint";
import type { EndpointHealth } from "./contract";
import { recentDeliveries } from "./recent-deliveries";

/** One endpoint with how it has been doing. Throws not_found. */
export async function getEndpointHealth(owner: Owner, endpointId: string): Promise<EndpointHealth> {
  const endpoint = await getEndpoint(owner, endpointId);
  const [recent, waiting] = await Promise.all([
    recentDeliveries(owner.accountId),
    countWaiting(owner.accountId, parsePublicId("whk", endpoint.id) ?? ""),
  ]);
  return { endpoint, recent: recent.get(endpoint.id) ?? [], waiting };
}

async function countWaiting(accountId: string, endpointId: string): Promise<number> {
  const [waiting] = await db()
    .select({ number: count() })
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.accountId, accountId),
        eq(webhookDeliveries.endpointId, endpointId),
        eq(webhookDeliveries.status, "pending"),
      ),
    );
  return waiting?.number ?? 0;
}
