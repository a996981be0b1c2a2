import type { Tx } from "../core/db";
import type { HandedOver } from "./carrier";
import { carrierSetup } from "./carrier-setup";

/** Erases what is kept here of messages for their carriers. */
export async function eraseAtCarriers(messages: HandedOver, tx: Tx): Promise<void> {
  for (const { carrier } of carrierSetup().carriers) await carrier.erase?.(messages, tx);
}
