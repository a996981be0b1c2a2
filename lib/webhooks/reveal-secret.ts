import { findEndpoint, type Owner } from "./find-endpoint";

/** The secret that signs an endpoint's events, for showing on demand. Throws not_found. */
export async function revealSecret(owner: Owner, endpointId: string): Promise<string> {
  const { secret } = await findEndpoint(owner, endpointId);
  return secret;
}
