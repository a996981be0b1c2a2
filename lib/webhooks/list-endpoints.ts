import { asc } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { toEndpointView } from "./_endpoint-view";
import type { EndpointView } from "./contract";
import { endpointsOf, type Owner } from "./find-endpoint";

/** An owner's endpoints, oldest first. */
export async function listEndpoints(owner: Owner): Promise<EndpointView[]> {
  const rows = await db()
    .select()
    .from(webhookEndpoints)
    .where(endpointsOf(owner))
    .orderBy(asc(webhookEndpoints.id));
  return rows.map(toEndpointView);
}
