import { and, eq } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { databaseNow } from "../core/database-now";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { type Endpoint, findEndpoint } from "./find-endpoint";
import { webhookSentences } from "./sentences";

/** As often as the time of the last request is written down. */
const recordEveryMs = 60_000;

interface Wanted {
  actor: Actor;
  /** As on the wire, `whk_…`. */
  input: { endpointId: string };
}

/**
 * A listener whose program asks for events, and writes down that it does. Throws not_found, conflict for an endpoint that
 * is no listener or is disabled, and forbidden without `manage_webhooks`.
 */
export async function readListener({ actor, input }: Wanted): Promise<Endpoint> {
  demandPermission(actor, "manage_webhooks");
  const endpoint = await findEndpoint(actor, input.endpointId);
  const { accountId, id, pulledAt, enabled } = endpoint;
  if (!pulledAt) throw new AppError("conflict", webhookSentences.noListener);
  if (!enabled) throw new AppError("conflict", webhookSentences.listenerDisabled);
  const now = await databaseNow();
  if (now.getTime() - pulledAt.getTime() > recordEveryMs) {
    await db()
      .update(webhookEndpoints)
      .set({ pulledAt: now })
      .where(and(eq(webhookEndpoints.accountId, accountId), eq(webhookEndpoints.id, id)));
  }
  return endpoint;
}
