import { sql } from "drizzle-orm";
import { carrierMessages, parkedReceipts } from "@/drizzle/schema/carriers";
import { messages } from "@/drizzle/schema/messages";
import { db } from "../core/db";

interface Refs {
  carrier: string;
  refs: string[];
}

/**
 * A message that the carrier did not confirm has no carrier ID, so its receipts don't find it. A kept receipt that names
 * the message by our ID brings the carrier's: this receipt and every later one is placed by it. Looks at all kept receipts
 * unless `only` names some.
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
