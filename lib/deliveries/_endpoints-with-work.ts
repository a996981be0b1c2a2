import { isSharded } from "../core/is-sharded";
import { gatherEndpoints } from "./_gather-endpoints";
import { type EndpointWithWork, walkEndpoints } from "./_walk-endpoints";

/**
 * The endpoints that have due deliveries, and those that are off but have waiting ones. One database walks from endpoint
 * to endpoint; a cluster takes no such recursion, and reads all that wait.
 */
export async function endpointsWithWork(): Promise<EndpointWithWork[]> {
  return (await isSharded()) ? gatherEndpoints() : walkEndpoints();
}
