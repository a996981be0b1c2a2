import { toEndpointView } from "./_endpoint-view";
import type { EndpointView } from "./contract";
import { findEndpoint, type Owner } from "./find-endpoint";

/** One endpoint of an owner. Throws not_found. */
export async function getEndpoint(owner: Owner, endpointId: string): Promise<EndpointView> {
  return toEndpointView(await findEndpoint(owner, endpointId));
}
