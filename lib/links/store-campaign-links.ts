import { sql } from "drizzle-orm";
import { shortLinks } from "@/drizzle/schema/links";
import type { Tx } from "../core/db";
import type { MessageLink } from "./contract";

interface Wanted {
  accountId: string;
  /** The campaign whose messages have the links. */
  sendId: string;
  input: readonly MessageLink[];
}

/** Stores the links of some messages of a campaign, in the transaction that stores the messages. */
export async function storeCampaignLinks(
  { accountId, sendId, input }: Wanted,
  tx: Tx,
): Promise<void> {
  if (input.length === 0) return;
  // One parameter whatever the number of links.
  await tx.execute(sql`
    insert into ${shortLinks} (code, account_id, send_id, message_id, target)
    select link.code, ${accountId}::uuid, ${sendId}::uuid, link."messageId", link.target
    from jsonb_to_recordset(${JSON.stringify(input)}::jsonb)
      as link(code text, "messageId" uuid, target text)`);
}
