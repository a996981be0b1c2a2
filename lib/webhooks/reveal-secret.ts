import { type Actor, demandPermission } from "../core/actor";
import { findEndpoint } from "./find-endpoint";

interface Wanted {
  actor: Actor;
  /** As on the wire, `whk_…`. */
  input: { endpointId: string };
}

/** The secret that signs an endpoint's events. Throws not_found, and forbidden without `manage_webhooks`. */
export async function revealSecret({ actor, input }: Wanted): Promise<string> {
  demandPermission(actor, "manage_webhooks");
  const { secret } = await findEndpoint(actor, input.endpointId);
  return secret;
}
