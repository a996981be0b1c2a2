import { type Actor, demandPermission } from "../core/actor";
import { toEndpointView } from "./_endpoint-view";
import type { EndpointView } from "./contract";
import { findEndpoint } from "./find-endpoint";

interface Wanted {
  actor: Actor;
  /** As on the wire, `whk_…`. */
  input: { endpointId: string };
}

/** One endpoint. Throws not_found, and forbidden without `manage_webhooks`. */
export async function getEndpoint({ actor, input }: Wanted): Promise<EndpointView> {
  demandPermission(actor, "manage_webhooks");
  return toEndpointView(await findEndpoint(actor, input.endpointId));
}
