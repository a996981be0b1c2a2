import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { type Actor, operatorOf } from "../core/actor";
import { db } from "../core/db";
import type { DeliveryView } from "../deliveries/contract";
import { listDeliveries } from "../deliveries/list-deliveries";
import { createEndpoint } from "../webhooks/create-endpoint";
import { mintAccount } from "./mint-account";

/** An endpoint of a test's own, for test messages. */
export interface Place {
  owner: Actor;
  id: string;
  secret: string;
}

/** Subscribes an address to an account's events; to a fresh account's when none is named. */
export async function subscribe(
  url: string,
  { accountId, events }: { accountId?: string; events?: string[] } = {},
): Promise<Place> {
  const owner = operatorOf(accountId ?? (await mintAccount()).accountId, "test");
  const { id, secret } = await createEndpoint({ actor: owner, input: { url, events } });
  // Long before any event, so that the audit looks at all of them.
  await db()
    .update(webhookEndpoints)
    .set({ subscribedSince: sql`now() - interval '1 hour'` })
    .where(eq(webhookEndpoints.accountId, owner.accountId));
  return { owner, id, secret };
}

/** Everything an endpoint was sent, newest first. */
export async function deliveriesOf({ owner, id }: Place): Promise<DeliveryView[]> {
  return (await listDeliveries({ actor: owner, input: { endpointId: id, query: { limit: 1000 } } }))
    .data;
}

/** Waits until so many of an endpoint's deliveries are in a state, and returns all of them. */
export async function settled(
  place: Place,
  count: number,
  status: DeliveryView["status"],
): Promise<DeliveryView[]> {
  const inState = async () =>
    (await deliveriesOf(place)).filter((each) => each.status === status).length;
  await expect.poll(inState, { timeout: 30_000 }).toBe(count);
  return deliveriesOf(place);
}
