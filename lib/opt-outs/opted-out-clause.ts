import { type SQL, sql } from "drizzle-orm";
import { optOuts } from "@/drizzle/schema/inbound";

/** A message to be sent, as far as its recipient decides whether it may be. */
export interface Addressed {
  to: string;
  from: string;
}

/** The rows (recipient, sender) of those among these messages whose recipient wants none of the sender. */
export function optedOutOf(accountId: string, messages: readonly Addressed[]): SQL {
  const wanted = messages.map(({ to, from }) => ({ recipient: to, sender: from }));
  return sql`
    select wanted.recipient, wanted.sender
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted(recipient text, sender text)
    join ${optOuts} o on o.account_id = ${accountId}::uuid and o.recipient = wanted.recipient
      and (o.sender = '' or lower(o.sender) = lower(wanted.sender))`;
}
