import { recordActivity } from "../activity/record-activity";
import { installationId } from "../activity/who";
import { carrierNames } from "../carriers/choose-carrier";
import { probeNow } from "../carriers/probe-now";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";
import { AppError } from "../core/errors";
import { log } from "../core/log";
import { hurryQueue } from "../messages/hurry-messages";
import { administrationSentences } from "./sentences";

/**
 * Tries a queue now: its carrier, if it is in trouble, is probed, and what was put off is due at once. A null carrier means
 * the messages without a route. Returns how many were put off. Throws not_found if there is no such carrier, and forbidden
 * unless the actor is an administrator.
 */
export async function retryQueue({
  actor,
  input: { carrier },
}: {
  actor: Actor;
  input: { carrier: string | null };
}): Promise<{ messages: number }> {
  demandAdmin(actor);
  if (carrier !== null && !carrierNames().includes(carrier)) {
    throw new AppError("not_found", administrationSentences.noCarrier);
  }
  if (carrier !== null) await probeNow(carrier);
  const messages = await hurryQueue(carrier);
  // The messages are hurried in parts; the event follows the last of them.
  const event = {
    accountId: installationId,
    action: "queue.retried",
    after: { messages },
  } as const;
  await recordActivity({ actor, ...event, target: { name: carrier } }, db());
  log().info({ carrier, messages }, "the administrator retried a queue");
  return { messages };
}
