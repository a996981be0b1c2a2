import { sql } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { toEndpointView } from "./_endpoint-view";
import type { EndpointWithSecret } from "./contract";
import { noSuchEndpoint, whichEndpoint } from "./find-endpoint";
import { makeSecret } from "./sign-payload";

interface Wanted {
  actor: Actor;
  /** As on the wire, `whk_…`. */
  input: { endpointId: string };
}

/**
 * Gives an endpoint a new secret. For 24 hours each event carries two signatures, by the new and by the previous secret,
 * so that receivers can be updated in between. Throws not_found, and forbidden without `manage_webhooks`.
 */
export async function rotateSecret({ actor, input }: Wanted): Promise<EndpointWithSecret> {
  demandPermission(actor, "manage_webhooks");
  const [row] = await db()
    .update(webhookEndpoints)
    .set({
      secret: makeSecret(),
      previousSecret: sql`${webhookEndpoints.secret}`,
      previousUntil: sql`now() + interval '24 hours'`,
    })
    .where(whichEndpoint(actor, input.endpointId))
    .returning();
  if (!row) throw noSuchEndpoint();
  return { ...toEndpointView(row), secret: row.secret };
}
