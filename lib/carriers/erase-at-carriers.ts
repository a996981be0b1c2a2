import type { Tx } from "../core/db";
import type { HandedOver } from "./carrier";
import { carriers } from "./carriers";

/** Erases what is kept here of messages for their carriers. */
export async function eraseAtCarriers(messages: HandedOver, tx: Tx): Promise<void> {
  for (const { erase } of carriers) await erase?.(messages, tx);
}
