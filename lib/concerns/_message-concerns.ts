import { listStuckCampaigns } from "../campaigns/list-stuck-campaigns";
import type { Actor } from "../core/actor";
import { publicId } from "../core/ids";
import { countStuck, type StuckQueue } from "../messages/count-stuck";
import { listUnknown } from "../messages/settle-unknown";
import { concern } from "./_concern";
import { type Concern, stuckMinutes } from "./contract";

/** Why they wait is said of their carrier. */
const carrierReasons = ["carrier_down", "carrier_unauthorized", "carrier_out_of_credits"];

/** The queues whose messages should have left, but for those of carriers that are in trouble anyway. */
export async function stuckConcerns(actor: Actor): Promise<Concern[]> {
  const queues = await countStuck({ actor, input: { minutes: stuckMinutes } });
  return queues.filter(({ reason }) => !carrierReasons.includes(reason ?? "")).map(toConcern);
}

function toConcern({ carrier, reason, messages, oldestSince }: StuckQueue): Concern {
  const kind = carrier === null ? "no_route" : "queue_stuck";
  return concern(kind, { subject: carrier, count: messages, since: oldestSince, reason });
}

/** The messages whose carrier never said whether it has them. */
export async function unknownConcerns(actor: Actor): Promise<Concern[]> {
  const { count, oldestAt } = await listUnknown({ actor, input: { limit: 1 } });
  return count > 0 ? [concern("unknown_fate", { count, since: oldestAt })] : [];
}

/** The campaigns that come no further. */
export async function campaignConcerns(actor: Actor, limit: number): Promise<Concern[]> {
  const campaigns = await listStuckCampaigns({ actor, input: { minutes: stuckMinutes, limit } });
  return campaigns.map(({ id, accountId, problem, since }) =>
    concern("campaign_stuck", {
      subject: publicId("cmp", id),
      account: publicId("acc", accountId),
      ...{ since, reason: problem },
    }),
  );
}
