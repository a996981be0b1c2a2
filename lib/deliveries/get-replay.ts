import { and, count, eq } from "drizzle-orm";
import { webhookDeliveries } from "@/drizzle/schema/webhooks";
import { type Actor, demandPermission } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { parsePublicId } from "../core/ids";
import { findEndpoint } from "../webhooks/find-endpoint";
import type { ReplayProgress } from "./contract";
import { deliverySentences } from "./sentences";

interface Wanted {
  actor: Actor;
  /** As on the wire: `whk_…` and `rpl_…`. */
  input: { endpointId: string; replayId: string };
}

/** The progress of a replay. Throws not_found, and forbidden without `manage_webhooks`. */
export async function getReplay({ actor, input }: Wanted): Promise<ReplayProgress> {
  demandPermission(actor, "manage_webhooks");
  const { endpointId, replayId } = input;
  const { accountId, id } = await findEndpoint(actor, endpointId);
  const replay = parsePublicId("rpl", replayId);
  const rows = replay === undefined ? [] : await countByStatus(accountId, id, replay);
  const numbers = new Map(rows.map(({ status, number }) => [status, number]));
  const [pending, delivered, failed] = (["pending", "delivered", "failed"] as const).map(
    (status) => numbers.get(status) ?? 0,
  ) as [number, number, number];
  const total = pending + delivered + failed;
  if (total === 0) throw new AppError("not_found", deliverySentences.replayNotFound);
  return { replay_id: replayId, total, pending, delivered, failed };
}

function countByStatus(accountId: string, endpointId: string, replayId: string) {
  return db()
    .select({ status: webhookDeliveries.status, number: count() })
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.accountId, accountId),
        eq(webhookDeliveries.endpointId, endpointId),
        eq(webhookDeliveries.replayId, replayId),
      ),
    )
    .groupBy(webhookDeliveries.status);
}
