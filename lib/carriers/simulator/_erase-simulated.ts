import { sql } from "drizzle-orm";
import { simulatorMessages, simulatorReports } from "@/drizzle/schema/carriers";
import { anyOf } from "../../core/any-of";
import type { Tx } from "../../core/db";
import type { HandedOver } from "../carrier";

/** Erases what the simulator remembers of messages, and the receipts that it still owes for them. */
export async function eraseSimulated({ messageIds, refs }: HandedOver, tx: Tx): Promise<void> {
  await tx.delete(simulatorMessages).where(anyOf(simulatorMessages.messageId, messageIds));
  await tx.delete(simulatorReports).where(
    sql`coalesce(${simulatorReports.event} ->> 'in_reply_to', ${simulatorReports.event} ->> 'message_id') in (
      select jsonb_array_elements_text(${JSON.stringify(refs)}::jsonb))`,
  );
}
