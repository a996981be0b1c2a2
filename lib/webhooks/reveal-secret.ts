import { maskUrl } from "../activity/mask-url";
import { recordActivity } from "../activity/record-activity";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { publicId } from "../core/ids";
import { findEndpoint } from "./find-endpoint";

interface Wanted {
  actor: Actor;
  /** As on the wire, `whk_…`. */
  input: { endpointId: string };
}

/** The secret that signs an endpoint's events. Throws not_found, and forbidden without `manage_webhooks`. */
export async function revealSecret({ actor, input }: Wanted): Promise<string> {
  demandPermission(actor, "manage_webhooks");
  const { id, url, secret } = await findEndpoint(actor, input.endpointId);
  const target = { id: publicId("whk", id), name: maskUrl(url) };
  await recordActivity({ actor, action: "endpoint.secret_revealed", target }, db());
  return secret;
}
