import { sql } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { toEndpointView } from "./_endpoint-view";
import type { EndpointWithSecret } from "./contract";
import { noSuchEndpoint, type Owner, whichEndpoint } from "./find-endpoint";
import { makeSecret } from "./sign-payload";

/**
 * Gives an endpoint a new secret. For 24 h events carry two signatures, by the new one and by the one
 * before, so that receivers can change over in between. Throws not_found.
 */
export async function rotateSecret(owner: Owner, endpointId: string): Promise<EndpointWithSecret> {
  const [row] = await db()
    .update(webhookEndpoints)
    .set({
      secret: makeSecret(),
      previousSecret: sql`${webhookEndpoints.secret}`,
      previousUntil: sql`now() + interval '24 hours'`,
    })
    .where(whichEndpoint(owner, endpointId))
    .returning();
  if (!row) throw noSuchEndpoint();
  return { ...toEndpointView(row), secret: row.secret };
}
