import { sql } from "drizzle-orm";
import { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parseInput } from "../core/parse-input";
import { demandAlarms } from "./_demand-alarms";
import { toEndpointView } from "./_endpoint-view";
import { recordUpdate } from "./_record-update";
import { type EndpointView, UpdateEndpointInput } from "./contract";
import { type Endpoint, lockEndpoint, noSuchEndpoint, whichEndpoint } from "./find-endpoint";
import { guardUrl } from "./guard-url";
import { webhookSentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** The endpoint as on the wire, `whk_…`; `wanted` is an `UpdateEndpointInput` that nobody has checked. */
  input: { endpointId: string; wanted: unknown };
}

/**
 * Changes an endpoint. Omitted fields don't change. Disabling it ends its pending deliveries, which can be replayed;
 * enabling it starts with the next event. Throws invalid_request, not_found, conflict for the URL of a listener, and
 * forbidden without `manage_webhooks` and for alarms if the account is no administrator's.
 */
export async function updateEndpoint({ actor, input }: Wanted): Promise<EndpointView> {
  demandPermission(actor, "manage_webhooks");
  const { endpointId, wanted } = input;
  const { url, events, description, enabled } = parseInput(UpdateEndpointInput, wanted);
  const href = url === undefined ? undefined : guardUrl(url).href;
  return db().transaction(async (tx) => {
    const before = await lockEndpoint(actor, endpointId, tx);
    demandMovable(before, href);
    await demandAlarms({ ...before, events: events ?? [] }, tx);
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
        ...(hasOthers(events, before) ? resubscribed() : {}),
      })
      .where(whichEndpoint(actor, endpointId))
      .returning();
    if (!row) throw noSuchEndpoint();
    await recordUpdate(actor, { before, after: row }, tx);
    return toEndpointView(row);
  });
}

/** Nothing is sent to a listener's URL, and nothing ever will be. */
function demandMovable({ pulledAt }: Endpoint, href: string | undefined): void {
  if (pulledAt && href !== undefined) throw new AppError("conflict", webhookSentences.listens);
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

function hasOthers(events: string[] | undefined, before: { events: string[] }): boolean {
  return events !== undefined && events.join() !== before.events.join();
}

function resubscribed() {
  return { subscribedSince: sql`now()` };
}
