import { sql } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { maskUrl } from "../activity/mask-url";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
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
  return db().transaction(async (tx) => {
    const [row] = await tx
      .update(webhookEndpoints)
      .set({
        secret: makeSecret(),
        previousSecret: sql`${webhookEndpoints.secret}`,
        previousUntil: sql`now() + interval '24 hours'`,
      })
      .where(whichEndpoint(actor, input.endpointId))
      .returning();
    if (!row) throw noSuchEndpoint();
    const target = { id: publicId("whk", row.id), name: maskUrl(row.url) };
    await recordActivity({ actor, action: "endpoint.secret_rotated", target }, tx);
    return { ...toEndpointView(row), secret: row.secret };
  });
}
