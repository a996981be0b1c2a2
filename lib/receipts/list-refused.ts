import { desc, sql } from "drizzle-orm";
import { refusedCallbacks } from "@/drizzle/schema/carriers";
import { type Actor, demandAdmin } from "../core/actor";
import { db } from "../core/db";

/** A callback that was turned away, without its body: it may quote the text of a message. */
export interface RefusedCallback {
  id: string;
  carrier: string;
  reason: string;
  address: string | null;
  /** Characters of its body, at most those that were kept. */
  size: number;
  receivedAt: Date;
}

/** The newest refused callbacks. Throws forbidden unless the actor is an administrator. */
export async function listRefused({
  actor,
  input: { limit },
}: {
  actor: Actor;
  input: { limit: number };
}): Promise<RefusedCallback[]> {
  demandAdmin(actor);
  return db()
    .select({
      id: refusedCallbacks.id,
      carrier: refusedCallbacks.carrier,
      reason: refusedCallbacks.reason,
      address: refusedCallbacks.address,
      size: sql<number>`length(${refusedCallbacks.body})`,
      receivedAt: refusedCallbacks.receivedAt,
    })
    .from(refusedCallbacks)
    .orderBy(desc(refusedCallbacks.id))
    .limit(limit);
}
