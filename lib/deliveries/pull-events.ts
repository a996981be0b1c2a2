import type { Actor } from "../core/actor";
import { newId, publicId } from "../core/ids";
import type { WebhookEvent } from "../webhooks/event-contract";
import { readListener } from "../webhooks/read-listener";
import { claimDeliveries } from "./_claim-deliveries";
import { recordAttempt } from "./_record-attempt";
import type { PulledEvents } from "./contract";

/** So many that a program with a slow receiver asks for more before its listener counts as left. */
const maxEvents = 20;
const leaseSeconds = 30;

interface Wanted {
  actor: Actor;
  /** The listener as on the wire, `whk_…`. */
  input: { endpointId: string };
}

/**
 * Events of a listener that nobody got yet, the oldest first, each with the body that an endpoint would get. They count as
 * delivered. Throws not_found, conflict for an endpoint that is no listener or is disabled, and forbidden without
 * `manage_webhooks`.
 */
export async function pullEvents({ actor, input }: Wanted): Promise<PulledEvents> {
  const { accountId, id: endpointId, url } = await readListener({ actor, input });
  const leaseId = newId();
  const claim = {
    accountId,
    endpointId,
    isCallback: false,
    leaseId,
    leaseSeconds,
    limit: maxEvents,
  };
  const claimed = await claimDeliveries(claim);
  const at = new Date().toISOString();
  await Promise.all(
    claimed.map(({ eventId, body }) =>
      recordAttempt({
        ...{ accountId, endpointId, eventId, leaseId, verdict: "delivered", waitMs: null },
        exchange: {
          ...{ at, duration_ms: 0, status: null, error: null, answer: null },
          request: { url, headers: {}, body },
        },
      }),
    ),
  );
  return {
    data: claimed.map(({ eventId, type, body }) => ({
      id: publicId("evt", eventId),
      event: type as WebhookEvent,
      body,
    })),
  };
}
