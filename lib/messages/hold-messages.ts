import { type SQL, sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";
import { heldFrom, isHeld, notLeft } from "./_held";

/** Messages that belong together, and which of them. */
export interface SendRef {
  accountId: string;
  sendId: string;
  /** All when it is left out. */
  which?: SQL | undefined;
}

/** Why they wait, as the log shows it. */
type HoldReason = "campaign_paused" | "quiet_hours";

/**
 * Holds the messages of a send that no carrier may have: none is offered or expires before `releaseMessages`. What is in
 * a worker's hands and comes back to the queue has to be held again. Returns the IDs.
 */
export async function holdMessages(
  { accountId, sendId, which = sql`true` }: SendRef,
  reason: HoldReason,
  tx: Tx,
): Promise<string[]> {
  const until = heldFrom(await databaseNow(tx)).toISOString();
  const rows = await tx.execute<{ id: string }>(sql`
    update ${messages} set due_at = ${until}, valid_until = ${until}, wait_reason = ${reason}
    where account_id = ${accountId} and send_id = ${sendId} and ${notLeft} and not ${isHeld} and ${which}
    returning id`);
  return rows.map(({ id }) => id);
}
