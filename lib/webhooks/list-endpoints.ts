import { asc } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { toEndpointView } from "./_endpoint-view";
import type { EndpointView } from "./contract";
import { endpointsOf } from "./find-endpoint";

/** An actor's endpoints, oldest first. Throws forbidden without `manage_webhooks`. */
export async function listEndpoints({ actor }: { actor: Actor }): Promise<EndpointView[]> {
  demandPermission(actor, "manage_webhooks");
  const rows = await db()
    .select()
    .from(webhookEndpoints)
    .where(endpointsOf(actor))
    .orderBy(asc(webhookEndpoints.id));
  return rows.map(toEndpointView);
}
