import { carrierNames } from "../carriers/choose-carrier";
import { drainCarrier } from "../carriers/drain-carrier";
import { type Actor, demandAdmin } from "../core/actor";
import { AppError } from "../core/errors";
import { log } from "../core/log";
import { administrationSentences } from "./sentences";

interface Switching {
  actor: Actor;
  input: { carrier: string; draining: boolean };
}

/**
 * Takes a carrier out of service, or back into it: it gets no new messages, and finishes what it has. Throws forbidden
 * unless the actor is an administrator, and not_found if there is no such carrier.
 */
export async function switchCarrier({
  actor,
  input: { carrier, draining },
}: Switching): Promise<void> {
  demandAdmin(actor);
  if (!carrierNames().includes(carrier)) {
    throw new AppError("not_found", administrationSentences.noCarrier);
  }
  await drainCarrier({ actor, input: { carrier, draining } });
  log().info({ carrier, draining }, "the administrator switched a carrier");
}
