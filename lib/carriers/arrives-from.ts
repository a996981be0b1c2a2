import { findReady } from "./choose-carrier";
import { senderAt } from "./sender-at";

/** Whether phones see a number as the sender of what a carrier sends for a sender: a reply to the number is for both. */
export function arrivesFrom(number: string, { carrier, from }: { carrier: string; from: string }) {
  const ready = findReady(carrier);
  if (!ready) return false;
  if (ready.carrier.hasOwnNumber) return true;
  return senderAt(ready.common, from)?.replace(/^\+/, "") === number;
}
