import { type SQL, sql } from "drizzle-orm";
import { carrierMessages } from "@/drizzle/schema/carriers";

/** A message, and the carrier's own ID of it. */
export interface MessageRef {
  ref: string;
  messageId: string;
}

/**
 * A statement, or part of one, that keeps which message of an account each of a carrier's IDs means, so that its receipts
 * find it. Carriers that count their messages begin anew one day: then the ID means the newer message.
 */
export function rememberRefsClause(
  { accountId, carrier }: { accountId: string; carrier: string },
  refs: MessageRef[],
): SQL {
  const rows = refs.map(({ ref, messageId }) => ({ ref, message_id: messageId }));
  return sql`
    insert into ${carrierMessages} (carrier, ref, account_id, message_id)
    select distinct on (ref) ${carrier}, ref, ${accountId}::uuid, message_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(ref text, message_id uuid)
    order by ref, message_id desc
    on conflict (carrier, ref) do update set
      account_id = excluded.account_id, message_id = excluded.message_id, created_at = excluded.created_at
    where ${carrierMessages.messageId} <> excluded.message_id`;
}
