import { attemptWindow } from "./_attempt-window";
import type { Carrier, Submission, Submitted } from "./carrier";

/** Submits messages to a carrier: one outcome per message, in order. Throws only if nothing was sent. */
export function submitMessages(carrier: Carrier, batch: Submission[]): Promise<Submitted[]> {
  return carrier.submit(batch, attemptWindow(carrier.name));
}
