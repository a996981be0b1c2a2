import { and, count, eq } from "drizzle-orm";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import type { Actor } from "../core/actor";
import { db } from "../core/db";
import { parsePublicId } from "../core/ids";
import { getEndpoint } from "../webhooks/get-endpoint";
import type { EndpointHealth } from "./contract";
import { recentDeliveries } from "./recent-deliveries";

interface Wanted {
  actor: Actor;
  /** As on the wire, `whk_…`. */
  input: { endpointId: string };
}

/** One endpoint with its newest deliveries and how many are pending. Throws what `getEndpoint` does. */
export async function getEndpointHealth({ actor, input }: Wanted): Promise<EndpointHealth> {
  const endpoint = await getEndpoint({ actor, input });
  const [recent, waiting] = await Promise.all([
    recentDeliveries({ actor }),
    countWaiting(actor.accountId, parsePublicId("whk", endpoint.id) ?? ""),
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
