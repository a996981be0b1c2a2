import { isSharded } from "../core/is-sharded";
import { gatherElsewhere } from "./_gather-elsewhere";
import { walkElsewhere } from "./_walk-elsewhere";

/**
 * The accounts with messages that wait for a carrier that is none of these. One database walks from queue to queue; a
 * cluster takes no such recursion, and reads the waiting messages.
 */
export async function accountsElsewhere(known: string[]): Promise<string[]> {
  return (await isSharded()) ? gatherElsewhere(known) : walkElsewhere(known);
}
