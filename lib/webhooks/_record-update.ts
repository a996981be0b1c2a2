import { changesBetween } from "../activity/changes-between";
import type { Facts } from "../activity/contract";
import { maskUrl } from "../activity/mask-url";
import { recordActivity } from "../activity/record-activity";
import type { Actor } from "../core/actor";
import type { Tx } from "../core/db";
import { publicId } from "../core/ids";
import type { Endpoint } from "./find-endpoint";

/** Records what was changed of an endpoint, and apart from that whether it was enabled or disabled. */
export async function recordUpdate(
  actor: Actor,
  { before, after }: { before: Endpoint; after: Endpoint },
  tx: Tx,
): Promise<void> {
  const target = { id: publicId("whk", after.id), name: maskUrl(after.url) };
  // What differs in the query alone is a change, too, though both look the same without it.
  const changes = changesBetween(factsOf(before), factsOf(after));
  if (changes) {
    const masked = { before: withoutQuery(changes.before), after: withoutQuery(changes.after) };
    await recordActivity({ actor, action: "endpoint.updated", target, ...masked }, tx);
  }
  if (after.enabled === before.enabled) return;
  const action = after.enabled ? "endpoint.enabled" : "endpoint.disabled";
  await recordActivity({ actor, action, target }, tx);
}

function factsOf({ url, events, description }: Endpoint): Facts {
  return { url, events, description };
}

function withoutQuery(facts: Facts): Facts {
  return typeof facts.url === "string" ? { ...facts, url: maskUrl(facts.url) } : facts;
}
