import { parkedReceipts } from "@/drizzle/schema/carriers";
import { type Actor, demandAdmin } from "../core/actor";
import { anyOf } from "../core/any-of";
import type { Tx } from "../core/db";

interface Wanted {
  actor: Actor;
  input: { ids: string[] };
}

/**
 * Deletes receipts that match no message. Returns the carrier of each that was there. Throws forbidden unless the actor is
 * an administrator.
 */
export async function discardReceipts(
  { actor, input: { ids } }: Wanted,
  tx: Tx,
): Promise<string[]> {
  demandAdmin(actor);
  const gone = await tx
    .delete(parkedReceipts)
    .where(anyOf(parkedReceipts.id, ids))
    .returning({ carrier: parkedReceipts.carrier });
  return gone.map(({ carrier }) => carrier);
}
