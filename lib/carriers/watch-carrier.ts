import { log } from "../core/log";
import { getCarrierHealth } from "./get-carrier-health";

/** Reminds the log, as long as the carrier's circuit is not closed, of what waits for it and how long. */
export async function watchCarrier(): Promise<void> {
  const { carrier, reason, detail, since, waiting, oldestSince } = await getCarrierHealth();
  if (!reason || waiting === 0) return;
  const oldestSeconds = oldestSince ? Math.round((Date.now() - oldestSince.getTime()) / 1000) : 0;
  log().error(
    { carrier, reason, detail, since, waiting, oldestSeconds },
    "alarm: messages are queued for the carrier",
  );
}
