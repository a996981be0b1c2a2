import { sql } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { noSuchEndpoint, whichEndpoint } from "./find-endpoint";

interface Wanted {
  actor: Actor;
  /** As on the wire, `whk_…`. */
  input: { endpointId: string };
}

/**
 * Deletes an endpoint and its secrets. Its deliveries stay in the history of the messages. Throws not_found, and
 * forbidden without `manage_webhooks`.
 */
export async function deleteEndpoint({ actor, input }: Wanted): Promise<void> {
  demandPermission(actor, "manage_webhooks");
  const [row] = await db()
    .update(webhookEndpoints)
    .set({
      enabled: false,
      secret: "",
      previousSecret: null,
      previousUntil: null,
      deletedAt: sql`now()`,
    })
    .where(whichEndpoint(actor, input.endpointId))
    .returning({ id: webhookEndpoints.id });
  if (!row) throw noSuchEndpoint();
}
