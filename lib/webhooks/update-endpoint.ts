import { sql } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { db } from "../core/db";
import { parseInput } from "../core/parse-input";
import { toEndpointView } from "./_endpoint-view";
import { type EndpointView, UpdateEndpointInput } from "./contract";
import { lockEndpoint, noSuchEndpoint, type Owner, whichEndpoint } from "./find-endpoint";
import { guardUrl } from "./guard-url";

/**
 * Changes an endpoint; what the input leaves out stays. Switching it off ends its waiting deliveries,
 * which can be replayed; switching it on starts afresh. Throws invalid_request, not_found.
 */
export async function updateEndpoint(
  owner: Owner,
  endpointId: string,
  input: unknown,
): Promise<EndpointView> {
  const { url, events, description, enabled } = parseInput(UpdateEndpointInput, input);
  const href = url === undefined ? undefined : guardUrl(url).href;
  return db().transaction(async (tx) => {
    const before = await lockEndpoint(owner, endpointId, tx);
    const [row] = await tx
      .update(webhookEndpoints)
      .set({
        url: href,
        events,
        description,
        // Always set, so that the statement is never empty.
        enabled: enabled ?? before.enabled,
        ...(href === undefined || href === before.url ? {} : neverFailed),
        ...(enabled === undefined || enabled === before.enabled ? {} : turned(enabled)),
        ...(events === undefined || events.join() === before.events.join() ? {} : resubscribed()),
      })
      .where(whichEndpoint(owner, endpointId))
      .returning();
    if (!row) throw noSuchEndpoint();
    return toEndpointView(row);
  });
}

/** What an address answered says nothing of the next one. */
const neverFailed = { failingSince: null, lastFailureAt: null };

function turned(on: boolean) {
  if (!on) return { disabledReason: "manual" as const, disabledAt: sql`now()` };
  const afresh = {
    disabledReason: null,
    disabledAt: null,
    ...neverFailed,
  };
  return { ...afresh, ...resubscribed() };
}

function resubscribed() {
  return { subscribedSince: sql`now()` };
}
