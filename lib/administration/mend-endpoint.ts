import { type Actor, administratorOf, demandAdmin } from "../core/actor";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { log } from "../core/log";
import { parseInput } from "../core/parse-input";
import { coreSentences } from "../core/sentences";
import { replayDeliveries } from "../deliveries/replay-deliveries";
import { updateEndpoint } from "../webhooks/update-endpoint";
import { MendEndpointInput, type Mending } from "./contract";

/** What was done about an endpoint. */
interface Mended {
  mending: Mending;
  /** How many events are delivered again; 0 if it was disabled. */
  replayed: number;
}

const dayMs = 24 * 3_600_000;

/**
 * Disables an endpoint of any account; or replays what it missed since a time, a day ago unless given, after enabling it if
 * that is wanted: failed deliveries and events that were never attempted. Throws invalid_request, not_found, conflict for a replay to a disabled
 * endpoint, and forbidden unless the actor is an administrator.
 */
export async function mendEndpoint({
  actor,
  input,
}: {
  actor: Actor;
  input: unknown;
}): Promise<Mended> {
  demandAdmin(actor);
  const {
    account_id,
    endpoint_id: endpointId,
    mending,
    since,
  } = parseInput(MendEndpointInput, input);
  const accountId = parsePublicId("acc", account_id);
  if (accountId === undefined) throw new AppError("not_found", coreSentences.accountNotFound);
  const owner = administratorOf(accountId, actor);
  log().info({ endpoint: endpointId, mending }, "the administrator mends an endpoint");
  if (mending !== "replay") {
    const wanted = { enabled: mending === "enable" };
    await updateEndpoint({ actor: owner, input: { endpointId, wanted } });
  }
  if (mending === "disable") return { mending, replayed: 0 };
  return { mending, replayed: await replayMissed(owner, endpointId, since ?? aDayAgo()) };
}

/** What failed is pending by the second look, so that nothing is set going twice. */
async function replayMissed(actor: Actor, endpointId: string, since: string): Promise<number> {
  let replayed = 0;
  for (const wanted of [{ failed_since: since }, { missing_since: since }]) {
    replayed += (await replayDeliveries({ actor, input: { endpointId, wanted } })).count;
  }
  return replayed;
}

function aDayAgo(): string {
  return new Date(Date.now() - dayMs).toISOString();
}
