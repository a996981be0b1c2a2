import { parkedReceipts } from "@/drizzle/schema/carriers";
import { type Actor, demandAdmin } from "../core/actor";
import { anyOf } from "../core/any-of";
import { db } from "../core/db";

/** Deletes receipts that match no message. Returns how many. Throws forbidden unless the actor is an administrator. */
export async function discardReceipts({
  actor,
  input: { ids },
}: {
  actor: Actor;
  input: { ids: string[] };
}): Promise<number> {
  demandAdmin(actor);
  const gone = await db()
    .delete(parkedReceipts)
    .where(anyOf(parkedReceipts.id, ids))
    .returning({ id: parkedReceipts.id });
  return gone.length;
}
