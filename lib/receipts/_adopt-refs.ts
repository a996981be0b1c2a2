import { sql } from "drizzle-orm";
import { carrierMessages, parkedReceipts } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";

interface Refs {
  carrier: string;
  refs: string[];
}

/**
 * A message whose submission had no response has no carrier ID to find its receipts by. A kept receipt that names such a
 * message by our own ID gives it the one it has itself, for this receipt and every later one. Looks at all kept receipts
 * unless told which.
 */
export async function adoptRefs(only?: Refs): Promise<void> {
  const among = only
    ? sql`and kept.carrier = ${only.carrier} and kept.ref = any(${sql.param(only.refs)}::text[])`
    : sql``;
  await db().execute(sql`
    insert into ${carrierMessages} (carrier, ref, account_id, message_id)
    select kept.carrier, kept.ref, held.account_id, held.id
    from ${messages} as held
    join ${parkedReceipts} as kept
      on kept.carrier = held.carrier and kept.receipt->>'messageId' = held.id::text
    where held.status = 'unknown' ${among}
    on conflict do nothing`);
}
