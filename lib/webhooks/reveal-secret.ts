import { type Actor, demandScope } from "../core/actor";
import { findEndpoint } from "./find-endpoint";

interface Wanted {
  actor: Actor;
  /** As on the wire, `whk_…`. */
  input: { endpointId: string };
}

/** The secret that signs an endpoint's events. Throws not_found, and forbidden without the scope `manage`. */
export async function revealSecret({ actor, input }: Wanted): Promise<string> {
  demandScope(actor, "manage");
  const { secret } = await findEndpoint(actor, input.endpointId);
  return secret;
}
