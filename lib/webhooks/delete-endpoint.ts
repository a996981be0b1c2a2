import { sql } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { maskUrl } from "../activity/mask-url";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { withoutSecrets } from "./_without-secrets";
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
  await db().transaction(async (tx) => {
    const [row] = await tx
      .update(webhookEndpoints)
      .set({ ...withoutSecrets, enabled: false, deletedAt: sql`now()` })
      .where(whichEndpoint(actor, input.endpointId))
      .returning({ id: webhookEndpoints.id, url: webhookEndpoints.url });
    if (!row) throw noSuchEndpoint();
    const target = { id: publicId("whk", row.id), name: maskUrl(row.url) };
    await recordActivity({ actor, action: "endpoint.deleted", target }, tx);
  });
}
