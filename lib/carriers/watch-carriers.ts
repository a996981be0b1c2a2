import { log } from "../core/log";
import { listCarrierHealth } from "./list-carrier-health";

/** Reminds the log, as long as a carrier's circuit is not closed, of what waits for it and how long. */
export async function watchCarriers(): Promise<void> {
  const { carriers, unrouted } = await listCarrierHealth();
  for (const { carrier, reason, detail, since, waiting, oldestSince } of carriers) {
    if (!reason || waiting === 0) continue;
    const oldestSeconds = oldestSince ? Math.round((Date.now() - oldestSince.getTime()) / 1000) : 0;
    log().error(
      { carrier, reason, detail, since, waiting, oldestSeconds },
      "alarm: messages are queued for the carrier",
    );
  }
  if (unrouted > 0) log().error({ waiting: unrouted }, "alarm: no route leads to a carrier");
}
