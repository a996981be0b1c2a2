import { type Actor, demandScope } from "../core/actor";
import { toEndpointView } from "./_endpoint-view";
import type { EndpointView } from "./contract";
import { findEndpoint } from "./find-endpoint";

interface Wanted {
  actor: Actor;
  /** As on the wire, `whk_…`. */
  input: { endpointId: string };
}

/** One endpoint. Throws not_found, and forbidden without the scope `manage`. */
export async function getEndpoint({ actor, input }: Wanted): Promise<EndpointView> {
  demandScope(actor, "manage");
  return toEndpointView(await findEndpoint(actor, input.endpointId));
}
