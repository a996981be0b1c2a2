import type { webhookEndpoints } from "@/drizzle/schema/webhooks";
import { publicId } from "../core/ids";
import type { EndpointView } from "./contract";
import { webhookEvents } from "./event-contract";

/** A row in the words of the wire; the secret is not among them. */
export function toEndpointView(row: typeof webhookEndpoints.$inferSelect): EndpointView {
  return {
    id: publicId("whk", row.id),
    url: row.url,
    description: row.description,
    events: webhookEvents.filter((event) => row.events.includes(event)),
    test: row.test,
    enabled: row.enabled,
    listen: row.pulledAt !== null,
    disabled_reason: reasonOf(row),
    disabled_at: row.disabledAt?.toISOString() ?? null,
    failing_since: row.failingSince?.toISOString() ?? null,
    previous_secret_until: isRotating(row) ? (row.previousUntil?.toISOString() ?? null) : null,
    created_at: row.createdAt.toISOString(),
  };
}

/** Who closes an account disables its endpoints: `manual`, as on the wire. */
function reasonOf({ disabledReason: reason }: typeof webhookEndpoints.$inferSelect) {
  return reason === "account_closed" ? "manual" : reason;
}

function isRotating({ previousUntil }: typeof webhookEndpoints.$inferSelect): boolean {
  return previousUntil !== null && previousUntil.getTime() > Date.now();
}
