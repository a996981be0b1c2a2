import { sql } from "drizzle-orm";
import { optOuts } from "@/drizzle/schema/inbound";
import type { Tx } from "../core/db";
import type { Keyword } from "./read-keyword";

/** What a phone asked an account for. */
export interface KeywordReply {
  accountId: string;
  /** The phone that wrote. */
  from: string;
  /** The senders that it wrote to; an empty one if nobody knows. */
  senders: string[];
  body: string;
  keyword: Keyword;
}

/**
 * Opts out the phones that asked for it, of the sender they wrote to, and opts in those that asked for messages again:
 * whoever writes START gets messages of that sender, also if every sender of the account was off. In the order given.
 */
export async function applyKeywords(replies: KeywordReply[], tx: Tx): Promise<void> {
  for (const { accountId, from, senders, body, keyword } of replies) {
    // In the order of every other change of them.
    const list = JSON.stringify([...senders].sort());
    const each = sql`select value from jsonb_array_elements_text(${list}::jsonb)`;
    if (keyword === "opt_out") {
      await tx.execute(sql`
        insert into ${optOuts} (account_id, recipient, sender, reason, source)
        select ${accountId}::uuid, ${from}, value, ${body.trim()}, 'keyword' from (${each}) as sender
        on conflict do nothing`);
    }
    if (keyword === "opt_in") {
      await tx.execute(sql`
        delete from ${optOuts} where account_id = ${accountId}::uuid and recipient = ${from}
          and (sender = '' or lower(sender) in (select lower(value) from (${each}) as sender)
            or '' in (${each}))`);
    }
  }
}
