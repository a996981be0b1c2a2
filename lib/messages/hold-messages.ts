import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import type { Tx } from "../core/db";
import { heldUntil, isHeld, notLeft } from "./_held";

/** Messages that belong together. */
export interface SendRef {
  accountId: string;
  sendId: string;
}

/**
 * Holds the messages of a send that no carrier may have: none is offered or expires before `releaseMessages`. What is in
 * a worker's hands and comes back to the queue has to be held again. Returns the IDs.
 */
export async function holdMessages({ accountId, sendId }: SendRef, tx: Tx): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
    update ${messages} set due_at = ${heldUntil}, valid_until = ${heldUntil}, wait_reason = 'campaign_paused'
    where account_id = ${accountId} and send_id = ${sendId} and ${notLeft} and not ${isHeld}
    returning id`);
  return rows.map(({ id }) => id);
}
