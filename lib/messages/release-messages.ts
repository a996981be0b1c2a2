import { sql } from "drizzle-orm";
import { messages } from "@/drizzle/schema/messages";
import { databaseNow } from "../core/database-now";
import type { Tx } from "../core/db";
import { isHeld, notLeft } from "./_held";
import { defaultValiditySeconds } from "./contract";
import type { SendRef } from "./hold-messages";

/** Lets go of the held messages of a send: they are due now, and valid as long as new ones. Returns the IDs. */
export async function releaseMessages(
  { accountId, sendId, which = sql`true` }: SendRef,
  tx: Tx,
): Promise<string[]> {
  const now = await databaseNow(tx);
  const validUntil = new Date(now.getTime() + defaultValiditySeconds * 1000);
  const rows = await tx.execute<{ id: string }>(sql`
    update ${messages} set due_at = ${now.toISOString()}, wait_reason = null,
      valid_until = ${validUntil.toISOString()}
    where account_id = ${accountId} and send_id = ${sendId} and ${notLeft} and ${isHeld} and ${which}
    returning id`);
  return rows.map(({ id }) => id);
}
